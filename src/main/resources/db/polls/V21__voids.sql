-- Ballots that two people take out of the box, for a reason that everybody reads in the log.
create table polls.voids (
    community_id text        not null,
    poll         text        not null,
    number       int         not null,
    -- WRONG_PAPER: its voter may vote anew; NOT_ENTITLED: its voter leaves the register
    why          text        not null,
    reason       text        not null,
    -- whose ballot, and under which token it lies; empty since the seal was destroyed
    voter        text        not null,
    token        text        not null,
    -- by which send it came that is to be taken out: a later one is another ballot
    send         text        not null,
    -- all sends of the ballot that was taken out, so that none of them brings it back
    sends        text[]      not null default '{}',
    asked_by     text        not null,
    asked_at     timestamptz not null,
    -- ASKED, VOIDED, LEFT
    state        text        not null,
    -- empty while it is asked
    decided_by   text        not null default '',
    decided_at   timestamptz,
    -- of all that were taken out of this vote, in the order in which it happened; null: it was not
    nth          int,
    primary key (community_id, poll, number),
    foreign key (community_id, poll) references polls.polls,
    check (state <> 'VOIDED' or decided_by <> '' and decided_by <> asked_by)
);

create unique index voids_asked on polls.voids (community_id, poll, token) where state = 'ASKED';

create unique index voids_nth on polls.voids (community_id, poll, nth) where nth is not null;

-- How many ballots were taken out. Rises under the lock of the poll's row, so whoever writes ballots sees it.
alter table polls.polls add column voids int not null default 0;

-- How many were taken out before these ballots were counted: where it is less, they are counted again.
alter table polls.results add column voids int not null default 0;

-- Of a voided ballot: why, as it stands in the log. Its kind is VOIDED_FOR: a program that does not know reasons fails,
-- instead of signing a log without them.
alter table polls.entries add column reason text not null default '';
