-- Calls that change something, by the idempotency key of whoever made them, so that each is done once. For a day.
create table api.calls (
    community_id text        not null,
    -- the id of an API key
    client       text        not null,
    key          text        not null,
    -- SHA-256 of method, path and body
    print        text        not null,
    at           timestamptz not null,
    -- null while it is worked on
    status       int,
    body         text,
    primary key (community_id, client, key)
);
