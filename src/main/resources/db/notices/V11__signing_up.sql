-- To what a notice invites: how many places (0: as many as come), and who takes one. Empty: to nothing.
alter table notices.notices
    add column invites text not null default '',
    add column places  int  not null default 0;

-- Activities to which people may sign up, with the number by which staff names them.
create table notices.activities (
    community_id text   not null,
    notice       text   not null,
    number       int    not null,
    -- rises with every change of who comes
    version      bigint not null default 0,
    primary key (community_id, notice),
    foreign key (community_id, notice) references notices.notices
);

create unique index activities_by_number on notices.activities (community_id, number);

create table notices.signed_up (
    community_id text        not null,
    notice       text        not null,
    -- resident:id, home:place or address:address
    who          text        not null,
    -- who said so, and where they are told of changes
    resident     text        not null,
    name         text        not null,
    home         text        not null,
    address      text        not null,
    people       int         not null,
    -- COMES, WAITS or LEFT
    state        text        not null,
    at           timestamptz not null,
    primary key (community_id, notice, who),
    foreign key (community_id, notice) references notices.activities on update cascade
);
