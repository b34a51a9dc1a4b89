-- What staff promised to residents in its own words and confirmed. At most one of a case stands.
create table cases.promises (
    community_id text        not null,
    number       text        not null,
    made_at      timestamptz not null,
    due_at       timestamptz not null,
    by_id        text        not null,
    unit         text        not null,
    -- KEPT, BROKEN, MOVED; null: it stands
    outcome      text,
    settled_at   timestamptz,
    primary key (community_id, number, made_at)
);

create index promises_by_time on cases.promises (community_id, made_at);

-- How often a unit has handed a case on: after two, the community decides.
alter table cases.cases add column passed int not null default 0;
