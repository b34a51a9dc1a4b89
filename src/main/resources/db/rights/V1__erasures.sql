-- Who asked for their data to be erased, until it is done; afterwards only that and when. Every key leads with the community.
create table rights.erasures (
    community_id text        not null,
    id           text        not null,
    -- a staff member's id; empty: the person
    asked_by     text        not null,
    -- why staff did it, nothing of the person
    reason       text        not null,
    asked_at     timestamptz not null,
    not_before   timestamptz not null,
    lease_until  timestamptz,
    tries        int         not null default 0,
    -- by what rows know the person (sealed), and a print of it so that asking twice is asking once; null once it is done
    person       text,
    print        text,
    -- tables that wait, like that of a vote that runs
    waiting      text[]      not null default '{}',
    done_at      timestamptz,
    primary key (community_id, id)
);

create unique index erasures_of_one on rights.erasures (community_id, print);
create index erasures_due on rights.erasures (not_before) where done_at is null;

-- Links by which people get to their own page, hashed; each opens once.
create table rights.doors (
    community_id text        not null,
    hash         text        not null,
    address      text        not null,
    until        timestamptz not null,
    primary key (community_id, hash)
);

create index doors_to_forget on rights.doors (until);
