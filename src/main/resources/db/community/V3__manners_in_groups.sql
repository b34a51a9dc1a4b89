-- In which hours the service is silent in a group, like 22:00-07:00, and whether it welcomes those who come.
alter table community.groups add column quiet_hours text;
alter table community.groups add column welcome boolean not null default false;

create table community.group_members (
    community_id text        not null,
    said_in      text        not null,
    member       text        not null,
    came_at      timestamptz not null,
    went_at      timestamptz,
    primary key (community_id, said_in, member)
);

create index group_members_by_coming on community.group_members (community_id, said_in, came_at);
