-- What a notice says beside its text. Every key leads with the community, so that rows can be spread by it.
alter table notices.notices
    -- for chats; empty: the text
    add column brief    text   not null default '',
    -- ids of what is enclosed, in order
    add column pictures text[] not null default '{}',
    add column files    text[] not null default '{}';

create table notices.enclosures (
    community_id text  not null,
    notice       text  not null,
    id           uuid  not null,
    name         text  not null,
    type         text  not null,
    bytes        bytea not null,
    primary key (community_id, notice, id),
    foreign key (community_id, notice) references notices.notices
);

create table notices.translations (
    community_id text not null,
    notice       text not null,
    -- BCP 47, like en
    language     text not null,
    title        text not null,
    words        text not null,
    primary key (community_id, notice, language),
    foreign key (community_id, notice) references notices.notices
);
