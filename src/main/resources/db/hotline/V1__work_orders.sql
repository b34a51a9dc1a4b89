-- Work orders of the city's hotline. Every key leads with the community, so that rows can be spread by it.

create table hotline.orders (
    community_id text        not null,
    number       text        not null,
    words        text        not null,
    -- empty where the hotline said nothing
    place        text        not null,
    caller       text        not null,
    phone        text        not null,
    category     text        not null,
    received_at  timestamptz not null,
    -- the hotline's clock; null where it sent none
    due_at       timestamptz,
    taken_at     timestamptz not null,
    taken_by     text        not null,
    -- the case that answers it; null until staff has said which
    case_number  text,
    settled_by   text,
    settled_at   timestamptz,
    primary key (community_id, number)
);

create index orders_by_time on hotline.orders (community_id, received_at desc, number);

-- Cases that staff has said are something else.
create table hotline.rejected (
    community_id text        not null,
    number       text        not null,
    case_number  text        not null,
    by_id        text        not null,
    at           timestamptz not null,
    primary key (community_id, number, case_number),
    foreign key (community_id, number) references hotline.orders
);

-- Which column of a city's file means what; once per city.
create table hotline.columns (
    community_id text not null,
    city         text not null,
    field        text not null,
    header       text not null,
    primary key (community_id, city, field)
);

-- Files between their upload and the confirmation of their first rows; for a day.
create table hotline.files (
    community_id text        not null,
    id           text        not null,
    city         text        not null,
    bytes        bytea       not null check (octet_length(bytes) <= 10 * 1024 * 1024),
    put_by       text        not null,
    put_at       timestamptz not null,
    primary key (community_id, id)
);

-- Who may push work orders; the secret signs each call.
create table hotline.senders (
    community_id text        not null,
    id           text        not null,
    city         text        not null,
    secret       text        not null,
    made_by      text        not null,
    made_at      timestamptz not null,
    revoked_at   timestamptz,
    primary key (community_id, id)
);
