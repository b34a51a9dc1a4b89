-- Micro-projects from a wish to the appraisal. What a round declares at its opening is never changed; only its phase is.
create table polls.rounds (
    community_id  text        not null,
    id            text        not null,
    number        int         not null,
    title         text        not null,
    place         text        not null,
    -- in yuan
    budget        bigint      not null check (budget > 0),
    kind          text        not null,
    most          int         not null,
    -- whether what one person chooses may not cost more than the budget
    knapsack      boolean     not null,
    voice         text        not null,
    rule          text        not null,
    completion    text        not null,
    -- with what lots are drawn between equal ones
    seed          text        not null,
    -- so many neighbours have to support a proposal before it is reviewed
    supporters    int         not null,
    asked_by      text        not null,
    opened_at     timestamptz not null,
    collect_until timestamptz not null,
    vote_from     timestamptz not null,
    vote_until    timestamptz not null,
    object_until  timestamptz not null,
    phase         text        not null,
    version       bigint      not null,
    primary key (community_id, id),
    unique (community_id, number),
    check (opened_at < collect_until and collect_until <= vote_from and vote_from < vote_until
           and vote_until < object_until)
);

create index rounds_by_phase on polls.rounds (phase);

create table polls.proposals (
    community_id text        not null,
    -- 'next': waits for the next round
    round        text        not null,
    number       int         not null,
    title        text        not null,
    words        text        not null,
    place        text        not null,
    proposer     text        not null,
    -- where its proposer is told
    told_at      text        not null,
    -- the message or form it came by: a repeated one adds nothing
    send         text        not null,
    proposed_at  timestamptz not null,
    state        text        not null,
    reason       text        not null,
    cost         bigint,
    unit         text        not null,
    version      bigint      not null,
    primary key (community_id, round, number),
    unique (community_id, send)
);

create table polls.supports (
    community_id text not null,
    round        text not null,
    proposal     int  not null,
    supporter    text not null,
    primary key (community_id, round, proposal, supporter)
);

-- What the rule found, kept with everything that it needs to be found again.
create table polls.results (
    community_id text        not null,
    poll         text        not null,
    rule         text        not null,
    completion   text        not null,
    ties         text        not null,
    winners      int[]       not null,
    -- pairs: chosen of those that were equal, as text
    drawn        text        not null,
    cost         bigint      not null,
    ballots      int         not null,
    counted_at   timestamptz not null,
    primary key (community_id, poll),
    foreign key (community_id, poll) references polls.polls
);

-- What was said against it while it was made public.
create table polls.objections (
    community_id text        not null,
    round        text        not null,
    number       int         not null,
    words        text        not null,
    objector     text        not null,
    told_at      text        not null,
    send         text        not null,
    objected_at  timestamptz not null,
    answer       text        not null,
    answered_at  timestamptz,
    primary key (community_id, round, number),
    unique (community_id, send)
);

-- What became of it, for everybody to read; only added to.
create table polls.progress (
    id           bigint generated always as identity,
    community_id text        not null,
    round        text        not null,
    proposal     int         not null,
    words        text        not null,
    by_name      text        not null,
    at           timestamptz not null,
    primary key (community_id, id)
);

create index progress_of_round on polls.progress (community_id, round, proposal, id);
