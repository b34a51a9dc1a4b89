-- Changes of the examples on trial: what they change, what they were compared with, what became of them.
create table teaching.candidates (
    community_id text        not null,
    id           text        not null,
    -- asked, trying, failed, dropped, promoted, rolled_back
    state        text        not null,
    asked_by     text        not null,
    asked_at     timestamptz not null,
    -- until then somebody trains it
    claimed_until timestamptz,
    lessons      text[]      not null,
    -- texts of the changed files by path
    before       jsonb       not null,
    after        jsonb       not null,
    comparison   jsonb,
    -- messages that it heard beside the one in use
    heard        bigint      not null default 0,
    decided_by   text,
    decided_at   timestamptz,
    primary key (community_id, id)
);

-- There is one folder of examples, so one candidate at a time.
create unique index candidates_one_at_a_time on teaching.candidates ((true)) where state in ('asked', 'trying');

-- How often it would have answered otherwise. No words.
create table teaching.differences (
    community_id text    not null,
    candidate    text    not null,
    in_group     boolean not null,
    running      text    not null,
    instead      text    not null,
    times        bigint  not null,
    primary key (community_id, candidate, in_group, running, instead)
);
