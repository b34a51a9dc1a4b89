-- Paper ballots on their way into the box: each is entered by two people, and counts once both have read the same. Under the
-- voter's token like the ballot, and gone with it.
create table polls.papers (
    community_id text        not null,
    poll         text        not null,
    token        text        not null,
    entered_by   text        not null,
    choices      int[]       not null,
    points       int[]       not null,
    at           timestamptz not null,
    primary key (community_id, poll, token, entered_by),
    foreign key (community_id, poll) references polls.polls
);
-- Who votes for whom, by a mandate in writing that staff has seen. The slot bounds how many mandates one person holds.
create table polls.proxies (
    community_id text        not null,
    poll         text        not null,
    -- whose voice it is
    voter        text        not null,
    -- the resident who gives it
    agent        text        not null,
    slot         int         not null check (slot between 1 and 2),
    seen_by      text        not null,
    at           timestamptz not null,
    primary key (community_id, poll, voter),
    unique (community_id, poll, agent, slot),
    foreign key (community_id, poll) references polls.polls
);
