-- Programs of others that report and read through GeoReport. Every key leads with the community, so that rows can be
-- spread by it.

-- No row: not open, except where nobody is real.
create table open311.communities (
    community_id text    primary key,
    is_open      boolean not null
);

create table open311.keys (
    community_id text        not null,
    id           text        not null,
    name         text        not null,
    -- SHA-256; the key itself is shown once and kept nowhere
    hash         text        not null,
    made_by      text        not null,
    made_at      timestamptz not null,
    revoked_at   timestamptz,
    primary key (community_id, id)
);

-- a call brings nothing but the key
create unique index keys_by_hash on open311.keys (hash);

-- What clients reported or added, so that the same call twice does it once.
create table open311.taken (
    community_id text        not null,
    client       text        not null,
    fingerprint  text        not null,
    kind         text        not null check (kind in ('request', 'update')),
    number       text        not null,
    -- masked: everybody may read it
    description  text        not null,
    taken_at     timestamptz not null,
    primary key (community_id, client, fingerprint)
);

create index taken_by_number on open311.taken (community_id, number);

create table open311.hooks (
    community_id  text        not null,
    id            text        not null,
    url           text        not null,
    -- signs, so it cannot be hashed
    secret        text        not null,
    made_by       text        not null,
    made_at       timestamptz not null,
    failing_since timestamptz,
    stopped_at    timestamptz,
    -- an outcome of calls, or `staff`
    stopped_why   text,
    primary key (community_id, id)
);

create table open311.calls (
    community_id text        not null,
    id           bigint      generated always as identity,
    hook         text        not null,
    number       text        not null,
    step         text        not null,
    at           timestamptz not null,
    tries        int         not null default 0,
    due_at       timestamptz not null,
    done_at      timestamptz,
    outcome      text,
    primary key (community_id, id),
    foreign key (community_id, hook) references open311.hooks on delete cascade
);

create index calls_due on open311.calls (due_at) where done_at is null;
create index calls_of_hook on open311.calls (community_id, hook, id);
