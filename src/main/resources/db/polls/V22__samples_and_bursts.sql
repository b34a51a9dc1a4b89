-- Voters who are asked, by lot, whether the log holds what they meant (回访). The lot is drawn from what is public.
create table polls.samples (
    community_id text        not null,
    poll         text        not null,
    -- of the log, when it was first signed with all ballots
    size         int         not null,
    root         text        not null,
    drawn_at     timestamptz not null,
    -- when all of them were written to; null: not yet
    asked_at     timestamptz,
    primary key (community_id, poll),
    foreign key (community_id, poll) references polls.logs
);

-- Entries that the lot fell on, and what was said: neither who nor what.
create table polls.callbacks (
    community_id text not null,
    poll         text not null,
    -- of the entry, from 0
    place        int  not null,
    -- DRAWN, ASKED, UNREACHED, SAME, DIFFERS
    state        text not null,
    primary key (community_id, poll, place),
    foreign key (community_id, poll) references polls.samples
);

-- Of each ballot of the last hour from where it came, hashed with the secret of the poll: to see where unusually many
-- come from. Not logged: a crash that loses it loses no vote.
create unlogged table polls.traces (
    community_id text        not null,
    poll         text        not null,
    -- ADDRESS, DEVICE, HOUSEHOLD, PERSON
    kind         text        not null,
    source       text        not null,
    -- hashed for each kind anew: only the minute is the same of all rows of a voter, and of whoever voted in it
    voter        text        not null,
    -- when the first came, to the minute
    at           timestamptz not null,
    primary key (community_id, poll, kind, source, voter)
);

create index traces_at on polls.traces (at);

-- What the committee was told to look at. Blocks no vote.
create table polls.alarms (
    community_id text        not null,
    poll         text        not null,
    id           uuid        not null default gen_random_uuid(),
    kind         text        not null,
    -- see traces; empty since the seal was destroyed
    source       text        not null,
    -- voters within so many minutes
    voters       int         not null,
    minutes      int         not null,
    at           timestamptz not null,
    primary key (community_id, poll, id),
    foreign key (community_id, poll) references polls.polls
);

create unique index alarms_once on polls.alarms (community_id, poll, kind, source) where source <> '';
