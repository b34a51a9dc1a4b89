-- Notices. Every key leads with the community, so that rows can be spread by it.
create table notices.notices (
    community_id text        not null,
    id           text        not null,
    kind         text        not null,
    importance   text        not null,
    title        text        not null,
    words        text        not null,
    -- whom it is for, as staff wrote it
    audience     text        not null,
    -- both or none
    valid_from   timestamptz,
    valid_until  timestamptz,
    send_at      timestamptz,
    state        text        not null,
    writer       text        not null,
    written_at   timestamptz not null,
    approver     text,
    corrects     text,
    -- the same for two that say the same to the same people on the same day
    print        text        not null,
    version      bigint      not null,
    primary key (community_id, id)
);

create index notices_by_time on notices.notices (community_id, written_at desc, id);
create index notices_waiting on notices.notices (community_id) where state = 'WAITING';
-- the same is not said twice a day
create unique index notices_once_a_day on notices.notices (community_id, print) where state in ('WAITING', 'APPROVED');

create table notices.steps (
    id           bigint generated always as identity,
    community_id text        not null,
    notice       text        not null,
    at           timestamptz not null,
    what         text        not null,
    by_name      text        not null,
    primary key (community_id, id),
    foreign key (community_id, notice) references notices.notices
);

create index steps_of_notice on notices.steps (community_id, notice, id);
