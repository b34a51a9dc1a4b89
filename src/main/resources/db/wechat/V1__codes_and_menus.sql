-- Permanent codes: the platform makes a hundred thousand for an account and takes none back, so each is asked for once.
create table wechat.codes (
    community_id text        not null,
    account      text        not null,
    scene        text        not null,
    -- what the code says
    content      text        not null,
    made_at      timestamptz not null,
    primary key (community_id, account, scene)
);

-- Which menu the platform shows.
create table wechat.menus (
    community_id text not null,
    account      text not null,
    -- of the menu that the platform has; null: not known yet
    hash         text,
    checked_at   timestamptz,
    lease_until  timestamptz,
    primary key (community_id, account)
);
