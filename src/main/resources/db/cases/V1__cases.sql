-- What residents report, until it is solved and rated. Every key leads with the community, so that rows can be spread by it.

create table cases.numbers (
    community_id text   not null,
    year         int    not null,
    last         bigint not null,
    primary key (community_id, year)
);

-- One row for each building or named spot and label. Opening a case there raises its version, so that of several neighbours
-- who report the same thing at the same moment one opens the case and the others notice.
create table cases.spots (
    community_id text   not null,
    spot         text   not null,
    label        text   not null,
    version      bigint not null,
    primary key (community_id, spot, label)
);

create table cases.cases (
    community_id       text        not null,
    number             text        not null,
    label              text        not null,
    place              text,
    -- empty without a place
    spot               text        not null,
    detail             text        not null,
    words              text        not null,
    reporter           text,
    reporter_address   text        not null,
    reporter_group     text,
    reporter_privately text,
    state              text        not null,
    is_open            boolean     not null,
    unit               text        not null,
    assignee           text,
    due_at             timestamptz not null,
    opened_at          timestamptz not null,
    resolved_at        timestamptz,
    stars              int,
    rating_words       text,
    version            bigint      not null,
    primary key (community_id, number)
);

create index cases_open_at_spot on cases.cases (community_id, spot, label) where is_open;
create index cases_by_address on cases.cases (community_id, reporter_address, opened_at desc);
create index cases_by_reporter on cases.cases (community_id, reporter, opened_at desc) where reporter is not null;
create index cases_by_deadline on cases.cases (community_id, is_open desc, due_at, number);
create index cases_of_unit on cases.cases (community_id, unit, is_open desc, due_at, number);

create table cases.steps (
    id           bigint generated always as identity primary key,
    community_id text        not null,
    number       text        not null,
    kind         text        not null,
    by_kind      text        not null,
    by_id        text        not null,
    by_name      text        not null,
    at           timestamptz not null,
    state        text        not null,
    unit         text        not null,
    words        text        not null,
    pictures     text[]      not null,
    foreign key (community_id, number) references cases.cases
);

create index steps_of_case on cases.steps (community_id, number, id);

-- A history that can be changed proves nothing.
create function cases.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the history of a case is only added to';
end $$;

create trigger steps_stay before update or delete on cases.steps for each row execute function cases.refuse_change();

-- Neighbours who said the same. `address` alone names one: the resident may be unknown.
create table cases.supporters (
    community_id  text        not null,
    number        text        not null,
    address       text        not null,
    resident      text,
    said_in_group text,
    privately     text,
    joined_at     timestamptz not null,
    primary key (community_id, number, address),
    foreign key (community_id, number) references cases.cases
);

create index supporters_by_address on cases.supporters (community_id, address);
create index supporters_by_resident on cases.supporters (community_id, resident) where resident is not null;

create table cases.pictures (
    community_id text        not null,
    id           uuid        not null,
    media_type   text        not null,
    bytes        bytea       not null check (octet_length(bytes) <= 5 * 1024 * 1024),
    kept_at      timestamptz not null,
    primary key (community_id, id)
);
