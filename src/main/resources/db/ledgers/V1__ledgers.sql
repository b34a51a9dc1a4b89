-- Tables that a street hands in. Every key leads with the community, so that rows can be spread by it.

-- The street's own forms; without a row the one in templates/ledgers counts.
create table ledgers.templates (
    community_id text        not null,
    kind         text        not null,
    bytes        bytea       not null check (octet_length(bytes) <= 2 * 1024 * 1024),
    put_by       text        not null,
    put_at       timestamptz not null,
    primary key (community_id, kind)
);

create table ledgers.orders (
    community_id text        not null,
    id           text        not null,
    kind         text        not null,
    asked_by     text        not null,
    asked_at     timestamptz not null,
    -- what the list is narrowed to
    state        text        not null,
    unit         text        not null,
    label        text        not null,
    late         boolean     not null,
    words        text        not null,
    -- first of the month; null for lists
    month        date,
    rows_done    int         not null default 0,
    tries        int         not null default 0,
    due_at       timestamptz not null,
    done_at      timestamptz,
    failed_at    timestamptz,
    bytes        bytea,
    primary key (community_id, id)
);

create index orders_due on ledgers.orders (due_at) where done_at is null and failed_at is null;
