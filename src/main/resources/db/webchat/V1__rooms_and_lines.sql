-- What is said in the browser's rooms. A room is `person:<id>` or `group:<code>`.

create table webchat.rooms (
    community_id text   not null,
    room         text   not null,
    -- number of the newest line; its row is locked until a new line is committed, so that lines become visible in
    -- the order of their numbers and whoever has read up to a number has missed nothing below it
    last         bigint not null,
    primary key (community_id, room)
);

create table webchat.lines (
    community_id text        not null,
    room         text        not null,
    seq          bigint      not null,
    -- the browser's or the letter's key: the same line handed in again is found, not repeated
    id           text        not null,
    -- empty: the service
    speaker      text        not null,
    content      jsonb       not null,
    at           timestamptz not null,
    primary key (community_id, room, seq),
    unique (community_id, room, id)
);

create table webchat.pictures (
    community_id text        not null,
    room         text        not null,
    id           text        not null,
    kind         text        not null,
    bytes        bytea       not null,
    at           timestamptz not null,
    primary key (community_id, room, id)
);
