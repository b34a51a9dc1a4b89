-- Who owns what. Whatever one buyer owns carries the same owner and counts as one head.
create table polls.parcels (
    community_id text   not null,
    room         text   not null,
    -- in hundredths of a square metre
    area         bigint not null check (area > 0),
    owner        text   not null,
    names        text[] not null,
    primary key (community_id, room)
);

-- How much a voice weighs, frozen with the register.
alter table polls.register
    add column heads int    not null default 1,
    add column area  bigint not null default 0;

-- Who may give an owner's voice, frozen with the register: everybody who owns it together.
create table polls.voices (
    community_id text not null,
    poll         text not null,
    resident     text not null,
    voter        text not null,
    primary key (community_id, poll, resident),
    foreign key (community_id, poll) references polls.polls
);

create index voices_of_voter on polls.voices (community_id, poll, voter);

-- By which majority owners decide, and what they decided: kept for after the vote's secret is destroyed.
create table polls.owners_votes (
    community_id text   not null,
    poll         text   not null,
    -- ORDINARY or MAJOR
    majority     text   not null,
    -- all null until it was counted
    took_heads   bigint,
    took_area    bigint,
    agree_heads  bigint,
    agree_area   bigint,
    counted_at   timestamptz,
    primary key (community_id, poll),
    foreign key (community_id, poll) references polls.polls
);
