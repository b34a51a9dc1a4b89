-- What staff knows about people beyond where they live: 独居, 高龄, 志愿者. Whoever writes to some of them chooses by it.
create table community.tags (
    community_id text not null,
    tag          text not null,
    resident     text not null,
    primary key (community_id, tag, resident),
    foreign key (community_id, resident) references community.residents
);

create index tags_of_resident on community.tags (community_id, resident);
create index group_members_by_member on community.group_members (community_id, member);
