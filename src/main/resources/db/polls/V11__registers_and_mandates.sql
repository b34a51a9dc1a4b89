-- When residents were born, as they say; it counts once staff has seen a document.
create table polls.ages (
    community_id text        not null,
    resident     text        not null,
    -- null: asked, and not said yet
    born         date,
    said_at      timestamptz not null,
    -- who has seen the document; empty: nobody
    seen_by      text        not null default '',
    primary key (community_id, resident)
);

-- Who lives there and did not come into a register when it was frozen, and why.
create table polls.turned_away (
    community_id text not null,
    poll         text not null,
    resident     text not null,
    why          text not null,
    primary key (community_id, poll, resident),
    foreign key (community_id, poll) references polls.polls
);

-- In which hour a voice was given first: for whoever gives it again. Gone with the seal.
alter table polls.register add column voted_at timestamptz;

-- Who wants to vote by whom, before both have said yes.
create table polls.mandates (
    community_id text        not null,
    poll         text        not null,
    -- whose voice it is, and the resident who says so
    voter        text        not null,
    principal    text        not null,
    told_at      text        not null,
    agent        text        not null,
    -- NAMED: the voter has to confirm; OFFERED: the agent has to
    state        text        not null,
    at           timestamptz not null,
    primary key (community_id, poll, voter),
    foreign key (community_id, poll) references polls.polls
);

-- The agent's own link, hashed, and when it was used first.
alter table polls.proxies
    add column ticket  text,
    add column used_at timestamptz;

create unique index proxies_by_ticket on polls.proxies (community_id, poll, ticket);
