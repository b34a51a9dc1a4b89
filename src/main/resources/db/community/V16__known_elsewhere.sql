-- Under which names staff are known where they may sign in instead of here: OIDC, WECOM.
create table community.staff_elsewhere (
    community_id text not null references community.communities (community_id),
    way text not null check (way in ('OIDC', 'WECOM')),
    subject text not null check (subject <> ''),
    staff text not null,
    primary key (community_id, way, subject),
    unique (community_id, way, staff),
    foreign key (community_id, staff) references community.staff (community_id, id)
);
