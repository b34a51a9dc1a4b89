-- What the groups speak of at the moment, so that "mine too" is understood. No words and nobody's name.
create table dialogue.topics (
    community_id text        not null,
    said_in      text        not null,
    about        text        not null,
    label        text        not null,
    place        text,
    said_at      timestamptz not null,
    -- how much was said about something else since
    others       int         not null default 0,
    joined       int         not null default 0,
    line_at      timestamptz not null,
    primary key (community_id, said_in, about)
);

create index topics_to_forget on dialogue.topics (said_at);
