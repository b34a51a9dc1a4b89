-- What carrying out costs and who pays it, in fen; only added to. A mistake is mended by a line of the opposite amount.
create table polls.money (
    id           bigint generated always as identity,
    community_id text        not null,
    round        text        not null,
    proposal     int         not null,
    -- PUBLIC, SOCIETY, RESIDENTS, SHOPS; SPENT for what was paid out
    source       text        not null,
    fen          bigint      not null check (fen <> 0),
    payer        text        not null,
    -- the number of the receipt
    receipt      text        not null,
    by_name      text        not null,
    at           timestamptz not null,
    primary key (community_id, id),
    -- the same receipt is entered once
    unique (community_id, round, proposal, source, receipt, fen)
);

-- What has to be done by when.
create table polls.milestones (
    community_id text        not null,
    round        text        not null,
    proposal     int         not null,
    number       int         not null,
    title        text        not null,
    due_on       date        not null,
    done_at      timestamptz,
    -- when the unit was called last because it is late
    called_on    date,
    primary key (community_id, round, proposal, number)
);

create index milestones_late on polls.milestones (due_on) where done_at is null;

-- What residents think of what was done, each once; the last counts.
create table polls.appraisals (
    community_id text        not null,
    round        text        not null,
    proposal     int         not null,
    appraiser    text        not null,
    score        int         not null check (score between 1 and 5),
    -- whether they use it; null: they did not say
    used         boolean,
    words        text        not null,
    at           timestamptz not null,
    primary key (community_id, round, proposal, appraiser)
);
