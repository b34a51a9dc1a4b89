-- What the pages of the desk ask for, found by indexes alone however many cases there are.
create index cases_by_opening on cases.cases (community_id, opened_at);
create index cases_ever_by_deadline on cases.cases (community_id, due_at, number);
create index cases_of_state on cases.cases (community_id, state, due_at, number);
create index cases_of_label on cases.cases (community_id, label, is_open desc, due_at, number);
create index cases_of_person on cases.cases (community_id, assignee, due_at, number) where is_open;
create index cases_handed_on on cases.cases (community_id, due_at, number) where is_open and passed >= 2;

-- Each two characters that stand side by side. Chinese is written without spaces, so this is what it is searched by.
create function cases.pairs(words text) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(distinct substr(lower(words), i, 2)), '{}') from generate_series(1, length(words) - 1) i
$$;

create index cases_by_words on cases.cases using gin (cases.pairs(words || ' ' || number));

-- Which units above were told of a case that was late. From then on they see it.
create table cases.told (
    community_id text        not null,
    number       text        not null,
    unit         text        not null,
    at           timestamptz not null,
    primary key (community_id, number, unit)
);

create index told_of_unit on cases.told (community_id, unit, at desc);

insert into cases.told (community_id, number, unit, at)
select community_id, number, told, min(at) from cases.misses where told <> '' group by community_id, number, told;

-- What staff members narrow their lists to, under names of their own.
create table cases.saved_filters (
    community_id text        not null,
    staff        text        not null,
    name         text        not null,
    -- of the list, as the page makes it
    address      text        not null,
    saved_at     timestamptz not null,
    primary key (community_id, staff, name)
);

-- What was done to many cases at once: how each stood before, and the letters that wait until it cannot be undone any more.
create table cases.done_together (
    community_id text        not null,
    bulk         text        not null,
    number       text        not null,
    staff        text        not null,
    at           timestamptz not null,
    -- the version that it left behind, without neighbours who joined
    seen         bigint      not null,
    was          jsonb       not null,
    clocks       jsonb       not null,
    letters      jsonb       not null,
    -- UNDONE, STANDS; null: it can be undone
    outcome      text,
    primary key (community_id, bulk, number)
);

create index done_together_to_settle on cases.done_together (at) where outcome is null;

-- Who is away, and who stands in.
create table cases.absences (
    community_id text        not null,
    id           text        not null,
    staff        text        not null,
    from_day     date        not null,
    -- included
    until_day    date        not null,
    -- null: nobody
    substitute   text,
    entered_by   text        not null,
    entered_at   timestamptz not null,
    primary key (community_id, id)
);

create index absences_by_end on cases.absences (community_id, until_day);
