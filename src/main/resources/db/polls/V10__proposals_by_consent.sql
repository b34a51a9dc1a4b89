-- What belongs to a proposal besides words, and how far its supporters have carried it.
alter table polls.proposals
    -- ids of what was sent with it
    add column pictures text[] not null default '{}',
    -- what its proposer thinks it costs, in yuan; null: nothing said
    add column guess    bigint,
    -- BUILDING, COMMUNITY, STREET: the highest it has reached
    add column tier     text   not null default 'BUILDING';

alter table polls.rounds
    -- so many supporters carry a proposal from the community to the street; 0: none does
    add column street_supporters int not null default 0 check (street_supporters >= 0),
    -- so many years old have voters to be on the day the vote opens; 0: of any age
    add column age               int not null default 0 check (age >= 0);

-- Wishes that resemble what others proposed: their proposers are asked whether they mean the same.
create table polls.wishes (
    community_id text        not null,
    voter        text        not null,
    round        text        not null,
    words        text        not null,
    place        text        not null,
    told_at      text        not null,
    send         text        not null,
    pictures     text[]      not null,
    guess        bigint,
    -- numbers of what it resembles
    alike        int[]       not null,
    at           timestamptz not null,
    primary key (community_id, voter)
);

-- Links to residents' own pages about proposals, hashed.
create table polls.doors (
    community_id text        not null,
    ticket       text        not null,
    voter        text        not null,
    told_at      text        not null,
    at           timestamptz not null,
    primary key (community_id, ticket)
);

create index doors_of_voter on polls.doors (community_id, voter, at);

-- Several proposals become one, or one becomes several: only after everybody who proposed them agreed. Those that were
-- there before keep their rows and their supporters, so that it can be undone.
create table polls.rearrangements (
    community_id text        not null,
    round        text        not null,
    number       int         not null,
    -- what it is made of, and in which state each was before
    sources      int[]       not null,
    states       text[]      not null default '{}',
    -- what shall become of them
    titles       text[]      not null,
    -- their numbers, once it is done
    results      int[]       not null default '{}',
    reason       text        not null,
    -- ASKED, DONE, REFUSED, UNDONE
    state        text        not null,
    asked_by     text        not null,
    asked_at     timestamptz not null,
    version      bigint      not null default 1,
    primary key (community_id, round, number)
);

create table polls.consents (
    community_id  text not null,
    round         text not null,
    rearrangement int  not null,
    proposer      text not null,
    told_at       text not null,
    -- null until they answered
    agrees        boolean,
    answered_at   timestamptz,
    primary key (community_id, round, rearrangement, proposer)
);

create index consents_open on polls.consents (community_id, proposer) where agrees is null;
