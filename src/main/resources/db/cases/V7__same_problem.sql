-- Cases about the same problem: one goes on, and the other rests in it until somebody takes them apart again.
alter table cases.cases add column merged_into text;

-- Who came over with another case: its number.
alter table cases.supporters add column came_from text;

create table cases.merges (
    community_id text        not null,
    -- the one that rests
    number       text        not null,
    merged_at    timestamptz not null,
    -- the one that goes on
    target       text        not null,
    -- of the one that rests, before
    state        text        not null,
    by_id        text        not null,
    by_name      text        not null,
    reason       text        not null,
    -- null: it stands
    undone_at    timestamptz,
    undone_by    text,
    primary key (community_id, number, merged_at)
);

create unique index merges_standing on cases.merges (community_id, number) where undone_at is null;
create index merges_into on cases.merges (community_id, target, merged_at) where undone_at is null;

-- The clocks of a case that rests, exactly as they stood.
create table cases.resting_clocks (
    community_id text        not null,
    number       text        not null,
    name         text        not null,
    due_at       timestamptz not null,
    stage        text        not null,
    height       int         not null,
    next_at      timestamptz,
    primary key (community_id, number, name)
);

-- Which case came out of which: SPLIT off it, or the same problem AGAIN after it was solved.
create table cases.links (
    community_id text        not null,
    number       text        not null,
    earlier      text        not null,
    kind         text        not null,
    at           timestamptz not null,
    primary key (community_id, number, earlier)
);

create index links_by_earlier on cases.links (community_id, earlier);

-- The heat of a place: all cases of a label there in a year.
create index cases_of_place on cases.cases (community_id, spot, label, opened_at) include (state, number);
