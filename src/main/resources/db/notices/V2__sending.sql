-- Which notices are being handed out, and how far: whoever holds an older fence has lost the lease.
create table notices.spreads (
    community_id text        not null,
    notice       text        not null,
    -- as the outbox knows it: 0 emergencies, 2 others
    urgency      smallint    not null,
    ready_at     timestamptz not null,
    -- the last resident of the last batch
    after        text        not null default '',
    fence        bigint      not null default 0,
    leased_until timestamptz not null default '-infinity',
    over         boolean     not null default false,
    -- until when the fates of its letters are looked at
    followed_until timestamptz not null,
    primary key (community_id, notice),
    foreign key (community_id, notice) references notices.notices
);

create index spreads_due on notices.spreads (urgency, ready_at) where not over;
create index spreads_followed on notices.spreads (followed_until);

-- One row for each person and each group whom a notice is for, with what is true of them.
create table notices.recipients (
    community_id text        not null,
    notice       text        not null,
    -- a resident's id, or group:code
    who          text        not null,
    -- where they live, for counting and for visits; empty where nobody knows
    home         text        not null,
    building     text        not null,
    -- where the next letter goes, and where those after it may
    address      text,
    others       text[]      not null,
    -- how many letters were written
    letters      int         not null,
    fate         text        not null,
    reason       text        not null,
    -- for whom the group's letter is enough: the group
    via          text        not null,
    -- when something has to be done: a letter that waited, a second way
    due_at       timestamptz,
    posted_at    timestamptz,
    changed_at   timestamptz not null,
    primary key (community_id, notice, who),
    foreign key (community_id, notice) references notices.spreads
);

create index recipients_due on notices.recipients (due_at) where due_at is not null;
create index recipients_followed on notices.recipients (community_id, notice, who)
    where fate in ('POSTED', 'HELD', 'ACCEPTED', 'DELIVERED', 'UNKNOWN');
create index recipients_by_person on notices.recipients (community_id, who, posted_at desc);
create index recipients_via on notices.recipients (community_id, notice, via) where fate = 'IN_GROUP';

-- What residents asked for: kinds of notices they do without, and hours in which they want to be left alone.
create table notices.wishes (
    community_id text        not null,
    resident     text        not null,
    unwanted     text[]      not null,
    -- like 22:00-7:00; empty: none
    quiet        text        not null,
    at           timestamptz not null,
    primary key (community_id, resident)
);
