-- What everybody may read of cases. Every key leads with the community, so that rows can be spread by it.

-- No row: nothing is shown, except where nobody is real.
create table openness.communities (
    community_id text    primary key,
    is_open      boolean not null
);

-- What whoever wrote it was shown, and what they said to it.
create table openness.offers (
    community_id text        not null,
    number       text        not null,
    -- SHA-256 of what stands in the link
    token        text        not null,
    words        text        not null,
    asked_by     text        not null,
    asked_at     timestamptz not null,
    -- null: not answered, which shows nothing
    agreed       boolean,
    answered_at  timestamptz,
    primary key (community_id, number)
);

create unique index offers_by_token on openness.offers (token);

-- Pictures as they are after staff blacked out faces: the pixels below are not in them.
create table openness.pictures (
    community_id text        not null,
    number       text        not null,
    id           text        not null,
    bytes        bytea       not null,
    looked_by    text        not null,
    looked_at    timestamptz not null,
    primary key (community_id, number, id)
);
