-- when somebody last did what a platform takes as leave to write to them; the newest of each kind
create table ledger.acts (
    community_id text        not null,
    address      text        not null,
    act          text        not null,
    at           timestamptz not null,
    primary key (community_id, address, act)
);

-- how much of a window or a quota is drawn: one row for each window that was opened, each day, each month
create table ledger.counters (
    community_id text        not null,
    name         text        not null,
    scope        text        not null,
    slot         text        not null,
    used         int         not null default 0 check (used >= 0),
    -- nothing is drawn from it afterwards
    until        timestamptz not null,
    primary key (community_id, name, scope, slot)
);

create index counters_by_scope on ledger.counters (community_id, scope);
create index counters_by_end on ledger.counters (until);

-- permissions that somebody gave for one kind of letter
create table ledger.grants (
    community_id text not null,
    address      text not null,
    scene        text not null,
    remaining    int  not null check (remaining >= 0),
    primary key (community_id, address, scene)
);

-- ways that a platform has said are closed, whatever we had counted
create table ledger.closings (
    community_id text        not null,
    way          text        not null,
    -- an address, or channel:account
    scope        text        not null,
    since        timestamptz not null,
    -- null: until the person acts
    until        timestamptz,
    primary key (community_id, way, scope)
);

create index closings_by_end on ledger.closings (until);

-- when the next message may leave while Redis is away
create table ledger.paces (
    community_id text        not null,
    name         text        not null,
    scope        text        not null,
    next_at      timestamptz not null,
    primary key (community_id, name, scope)
);
