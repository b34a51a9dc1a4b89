-- Which replica holds the connection of an account. Times are the database's: replicas' clocks differ.
create table xmpp.leases (
    community_id text        not null,
    account      text        not null,
    holder       text        not null,
    -- rises with every change of hands: whoever writes with a smaller one has lost the lease
    fence        bigint      not null,
    held_until   timestamptz not null,
    primary key (community_id, account)
);

-- How far each archive of the server has been read.
create table xmpp.archives (
    community_id text   not null,
    account      text   not null,
    -- the address of a room, or our own for private talks
    archive      text   not null,
    -- the archive's id of the newest message that is kept; empty: nothing was in it yet
    last         text   not null,
    fence        bigint not null,
    primary key (community_id, account, archive)
);
