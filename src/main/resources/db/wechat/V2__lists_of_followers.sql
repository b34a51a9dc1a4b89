-- Followers who are written to together: a message to many names each of them (群发给一批人).
create table wechat.lists (
    community_id text        not null,
    account      text        not null,
    name         text        not null,
    openid       text        not null,
    kept_at      timestamptz not null,
    primary key (community_id, account, name, openid)
);
