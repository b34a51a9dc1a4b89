-- What is published of a vote, once for each count: log, anonymous ballots, rules, result.
create table polls.ledgers (
    community_id text        not null,
    poll         text        not null,
    counted_at   timestamptz not null,
    name         text        not null,
    file         text        not null,
    primary key (community_id, poll, counted_at),
    foreign key (community_id, poll) references polls.logs
);

-- Why each loser of a count has lost and what other rules would have chosen, worked out once.
create table polls.explanations (
    community_id text        not null,
    poll         text        not null,
    counted_at   timestamptz not null,
    -- LOSS or TRIAL
    kind         text        not null,
    place        int         not null,
    -- the number of the loser; the rule
    about        text        not null,
    words        text        not null,
    -- of a trial: what it chose, what that costs, and how many got nothing of what they wanted
    winners      text        not null,
    cost         bigint      not null,
    without      bigint      not null,
    primary key (community_id, poll, counted_at, kind, place),
    foreign key (community_id, poll) references polls.results
);
