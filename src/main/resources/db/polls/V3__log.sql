-- The Merkle log of a secret vote. Its row is locked by whoever adds entries, so that their places have no holes.
create table polls.logs (
    community_id text not null,
    poll         text not null,
    -- with what everybody checks its signatures: name+id+key
    check_key    text not null,
    -- null: destroyed together with the seal of the poll
    sign_key     text,
    -- what was declared before the vote, by lines; its hash is the first entry
    declared     text not null,
    size         int  not null,
    primary key (community_id, poll),
    foreign key (community_id, poll) references polls.polls
);

-- Hashes in the order in which they came: neither who nor what.
create table polls.entries (
    community_id text not null,
    poll         text not null,
    -- from 0
    place        int  not null,
    kind         text not null,
    what         text not null,
    -- the receipt's; empty for what is no ballot
    code         text not null,
    primary key (community_id, poll, place),
    foreign key (community_id, poll) references polls.logs
);

create index entries_by_code on polls.entries (community_id, code) where code <> '';

-- Signed states of the log, as they were told in the groups.
create table polls.heads (
    community_id text        not null,
    poll         text        not null,
    size         int         not null,
    root         text        not null,
    remark       text        not null,
    signature    text        not null,
    signed_at    timestamptz not null,
    primary key (community_id, poll, size),
    foreign key (community_id, poll) references polls.logs
);

-- The entry that holds the ballot, and the one that it replaced; both null where the vote has no log, or since the seal
-- was destroyed.
alter table polls.ballots add column entry text;
alter table polls.ballots add column replaces text;

-- How much of the ballots is published after the count.
alter table polls.rounds add column level text not null default 'ballots';
