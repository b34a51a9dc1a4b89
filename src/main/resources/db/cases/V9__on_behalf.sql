-- What staff entered for people who did not write themselves: by whom, for whom, how it came. An occasion is a form that was
-- handed in: handed in twice, it is one entry.
create table cases.on_behalf (
    community_id text        not null,
    occasion     text        not null,
    number       text        not null,
    way          text        not null,
    by_id        text        not null,
    at           timestamptz not null,
    -- where cases know this person; by-hand:… where no channel reaches them
    address      text        not null,
    resident     text,
    -- both may be empty
    name         text        not null,
    phone        text        not null,
    may_contact  boolean     not null,
    -- until when they know how it stands
    told_at      timestamptz not null,
    primary key (community_id, occasion),
    foreign key (community_id, number) references cases.cases
);

create index on_behalf_of_case on cases.on_behalf (community_id, number);
create index on_behalf_by_phone on cases.on_behalf (community_id, phone, at desc) where phone <> '';
create index on_behalf_by_time on cases.on_behalf (community_id, at desc);
