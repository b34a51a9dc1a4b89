-- the newest calls between a platform and each of our accounts: what, code, duration; no words, no secret, no person
create table postroom.exchanges (
    community_id text        not null,
    channel      text        not null,
    account      text        not null,
    id           bigint      generated always as identity,
    at           timestamptz not null,
    direction    text        not null check (direction in ('IN', 'OUT')),
    what         text        not null,
    code         text        not null,
    good         boolean     not null,
    took_ms      int         not null,
    primary key (community_id, channel, account, id)
);

-- how many calls there were in each minute, by all replicas
create table postroom.minutes (
    community_id text        not null,
    channel      text        not null,
    account      text        not null,
    minute       timestamptz not null,
    calls        int         not null,
    failures     int         not null,
    primary key (community_id, channel, account, minute)
);

-- when the platform called us last
create table postroom.callbacks (
    community_id text        not null,
    channel      text        not null,
    account      text        not null,
    at           timestamptz not null,
    primary key (community_id, channel, account)
);
