-- The customer groups as they were when they were last read.
create table contact.groups (
    account      text        not null,
    chat         text        not null,
    name         text        not null default '',
    owner        text        not null default '',
    members      text[]      not null default '{}',
    -- since when it may have changed
    changed_at   timestamptz not null,
    read_at      timestamptz,
    dismissed_at timestamptz,
    lease_until  timestamptz,
    primary key (account, chat)
);

-- What owners have been asked to send, and have not sent yet.
create table contact.tasks (
    account     text        not null,
    receipt     text        not null,
    chat        text        not null,
    sender      text        not null,
    created_at  timestamptz not null,
    -- null while the owner has not confirmed it and may still do so
    ended_at    timestamptz,
    next_at     timestamptz not null,
    reminders   int         not null default 0,
    primary key (account, receipt, chat)
);

create index tasks_waiting on contact.tasks (next_at) where ended_at is null;
