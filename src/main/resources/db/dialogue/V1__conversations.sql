-- What is remembered of each talk, for half an hour, or until a person who took over hands it back.
create table dialogue.conversations (
    community_id   text        not null,
    conversation   text        not null,
    -- rises by one with every change; a decision made on an older one is refused
    version        bigint      not null,
    state          jsonb       not null,
    speaker        text        not null,
    reply_to       text        not null,
    touched_at     timestamptz not null,
    handed_over_at timestamptz,
    primary key (community_id, conversation)
);

create index conversations_waiting_for_a_person
    on dialogue.conversations (community_id, handed_over_at) where handed_over_at is not null;

create index conversations_to_forget on dialogue.conversations (touched_at);
