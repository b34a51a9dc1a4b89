-- Who lives where. Every key leads with the community, so that rows can be spread by it.

create table community.communities (
    community_id text primary key,
    name         text   not null,
    case_prefix  text   not null,
    -- rises with every import, so that every replica notices
    version      bigint not null default 1
);

create table community.places (
    community_id text   not null references community.communities,
    id           text   not null,
    kind         text   not null,
    name         text   not null,
    parent       text,
    aliases      text[] not null,
    position     int    not null,
    primary key (community_id, id),
    foreign key (community_id, parent) references community.places deferrable initially deferred
);

create table community.units (
    community_id text   not null references community.communities,
    id           text   not null,
    kind         text   not null,
    name         text   not null,
    places       text[] not null,
    labels       text[] not null,
    chat         text,
    position     int    not null,
    primary key (community_id, id)
);

create table community.staff (
    community_id  text not null references community.communities,
    id            text not null,
    name          text not null,
    role          text not null,
    unit          text not null,
    phone         text,
    chat          text,
    -- null: cannot sign in yet
    password_hash text,
    position      int  not null,
    primary key (community_id, id),
    foreign key (community_id, unit) references community.units
);

-- sign-in asks by name alone
create index staff_by_name on community.staff (id);

create table community.staff_addresses (
    community_id text not null,
    address      text not null,
    staff        text not null,
    primary key (community_id, address),
    foreign key (community_id, staff) references community.staff
);

create table community.groups (
    community_id  text not null references community.communities,
    code          text not null,
    name          text not null,
    address       text not null,
    place         text not null,
    talkativeness text not null,
    position      int  not null,
    primary key (community_id, code),
    unique (community_id, address),
    foreign key (community_id, place) references community.places
);

create table community.residents (
    community_id text    not null references community.communities,
    id           text    not null,
    name         text,
    home         text,
    verified     boolean not null,
    verified_by  text,
    primary key (community_id, id),
    foreign key (community_id, home) references community.places
);

create index residents_by_home on community.residents (community_id, home);

-- One person is found by several addresses, an address by at most one person.
create table community.identities (
    community_id text not null,
    address      text not null,
    resident     text not null,
    primary key (community_id, address),
    foreign key (community_id, resident) references community.residents
);

create index identities_by_resident on community.identities (community_id, resident);
