-- How long a community keeps a kind of data, where it is not the usual time. Every key leads with the community.
create table retention.periods (
    community_id text not null,
    -- stored by name, so a kind is never renamed
    kind         text not null,
    days         int  not null check (days between 1 and 36500),
    primary key (community_id, kind)
);
