-- A file that was uploaded and reviewed and waits to be imported; for an hour, it may hold residents.
create table community.import_drafts (
    community_id text        not null,
    id           text        not null,
    name         text        not null,
    bytes        bytea       not null,
    -- community.communities.version when it was reviewed
    seen         bigint      not null,
    at           timestamptz not null,
    primary key (community_id, id)
);
