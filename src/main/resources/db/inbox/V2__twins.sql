-- What a message of a group is recognised by when another channel brings it too: a fingerprint, no words.
create table inbox.twins (
    community_id text        not null,
    arrival      bigint      not null,
    channel      text        not null,
    mark         text        not null,
    mentioned    boolean     not null,
    said_at      timestamptz not null,
    primary key (community_id, arrival)
);

create index twins_by_mark on inbox.twins (community_id, mark, said_at);
create index twins_to_forget on inbox.twins (said_at);
