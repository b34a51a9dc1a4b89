-- Audiences that staff keeps under a name. Every key leads with the community, so that rows can be spread by it.
create table notices.audiences (
    community_id text        not null,
    name         text        not null,
    -- as staff wrote it; who that is, is found out anew each time
    line         text        not null,
    by_staff     text        not null,
    at           timestamptz not null,
    primary key (community_id, name)
);

alter table notices.notices
    -- WEEK or MONTH; empty: it is said once
    add column repeat_every text not null default '',
    add column repeat_until date;

-- Which notices are said again, and when next; each time is a notice of its own.
create table notices.repeats (
    community_id text        not null,
    notice       text        not null,
    first_at     timestamptz not null,
    -- how often it was said again
    times        int         not null default 0,
    next_at      timestamptz not null,
    over         boolean     not null default false,
    primary key (community_id, notice),
    foreign key (community_id, notice) references notices.notices
);

create index repeats_due on notices.repeats (next_at) where not over;
