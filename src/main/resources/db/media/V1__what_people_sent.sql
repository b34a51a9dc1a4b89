-- What people sent besides words. Every key leads with the community, so that rows can be spread by it.

create table media.items (
    community_id text        not null,
    -- named after the message that it came by
    id           text        not null,
    kind         text        not null,
    sender       text        not null,
    -- by which the platform gives it out; emptied when the story ends, because it may open it
    media        text        not null,
    url          text,
    name         text        not null,
    -- who is told when it could not be fetched; null: nobody
    tell         text,
    received_at  timestamptz not null,
    state        text        not null default 'due' check (state in ('due', 'kept', 'gone', 'too_large', 'refused_type')),
    not_before   timestamptz not null,
    -- rises with every claim: whoever holds an older number has lost the lease
    attempt      int         not null default 0,
    lease_until  timestamptz,
    hash         bytea,
    forget_at    timestamptz not null,
    primary key (community_id, id)
);

create index items_due on media.items (not_before) where state = 'due';
create index items_of_content on media.items (community_id, hash) where hash is not null;
create index items_by_end on media.items (forget_at);

-- The same bytes are kept once for a community, however many people send them.
create table media.contents (
    community_id text        not null,
    hash         bytea       not null,
    type         text        not null,
    bytes        bytea       not null,
    -- a small JPEG of a picture
    small        bytea,
    -- when somebody sent it last
    kept_at      timestamptz not null,
    primary key (community_id, hash)
);

create index contents_by_age on media.contents (kept_at);
