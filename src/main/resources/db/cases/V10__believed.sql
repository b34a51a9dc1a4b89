-- Neighbours of a place who are asked whether what was called done is done: once for each time that it was.
create table cases.inquiries (
    community_id text        not null,
    number       text        not null,
    resolved_at  timestamptz not null,
    -- how many have answered: of two who answer at once, one decides again
    answers      bigint      not null,
    primary key (community_id, number, resolved_at)
);

create table cases.asked (
    community_id text        not null,
    number       text        not null,
    resolved_at  timestamptz not null,
    address      text        not null,
    resident     text        not null,
    asked_at     timestamptz not null,
    -- null: no answer yet
    fixed        boolean,
    answered_at  timestamptz,
    primary key (community_id, number, resolved_at, address)
);

create index asked_of_late on cases.asked (community_id, resident, asked_at);
create index asked_by_address on cases.asked (community_id, address, asked_at);

-- Who is called back (回访): drawn at random for each month, so that anybody can draw again and find the same.
create table cases.draws (
    community_id text        not null,
    month        text        not null,
    seed         text        not null,
    -- numbers, in order: what was drawn from
    pool         text[]      not null,
    drawn_at     timestamptz not null,
    primary key (community_id, month)
);

create table cases.callbacks (
    community_id text        not null,
    month        text        not null,
    number       text        not null,
    place        int         not null,
    -- SATISFIED, NOT_SATISFIED, NOT_REACHED; null: not called yet
    result       text,
    words        text        not null,
    by_id        text,
    by_name      text,
    called_at    timestamptz,
    primary key (community_id, month, number)
);

-- What was called done in a month.
create index cases_by_resolution on cases.cases (community_id, resolved_at, number) where resolved_at is not null;

-- Whom a letter asks how a case was done. Whom it does not reach is asked by other ways, or marked as not asked.
create table cases.verdicts (
    community_id text        not null,
    number       text        not null,
    resolved_at  timestamptz not null,
    address      text        not null,
    resident     text,
    -- the key of the latest one
    letter       text        not null,
    -- where letters went
    tried        text[]      not null,
    asked_at     timestamptz not null,
    -- ASKED, NOT_ASKED; null: not known yet
    outcome      text,
    primary key (community_id, number, resolved_at, address)
);

create index verdicts_to_settle on cases.verdicts (asked_at) where outcome is null;
