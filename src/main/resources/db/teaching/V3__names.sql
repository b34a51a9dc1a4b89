-- What residents call a place besides its names in the register, as staff has taught it.
create table teaching.names (
    community_id text        not null,
    place        text        not null,
    name         text        not null,
    taught_by    text        not null,
    taught_at    timestamptz not null,
    primary key (community_id, place, name)
);
