-- What staff shows at sign-in besides a password: a code from an app (RFC 6238). Every key leads with the community.
create table factors.second (
    community_id text        not null,
    staff        text        not null,
    -- from which the codes are made; sealed by the program
    secret       text        not null,
    -- the handle of the session in which it was shown, which alone may turn it on
    shown_in     text        not null,
    -- null: shown, but no code of it was seen yet
    since        timestamptz,
    -- of the code that was accepted last: none is accepted twice
    step         bigint      not null default 0,
    primary key (community_id, staff)
);

-- Codes for whoever lost the app, each good once.
create table factors.recovery (
    community_id text not null,
    staff        text not null,
    salt         text not null,
    hash         text not null,
    primary key (community_id, staff, hash)
);

-- The roles that do not get in by a password alone.
create table factors.required (
    community_id text not null,
    role         text not null,
    primary key (community_id, role)
);
