-- Whether letters reach somebody at an address, also where nobody is known there, as of when; where nothing is said: yes.
create table community.reaches (
    community_id text        not null,
    address      text        not null,
    reached      boolean     not null,
    at           timestamptz not null,
    primary key (community_id, address)
);

create index reaches_lost on community.reaches (community_id, address) where not reached;

insert into community.reaches (community_id, address, reached, at)
select community_id, address, reached, reach_at from community.identities where reach_at is not null;

alter table community.identities drop column reached, drop column reach_at;
