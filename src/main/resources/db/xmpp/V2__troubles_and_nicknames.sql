-- What keeps the holder from being connected, for everybody to see; empty: nothing does.
alter table xmpp.leases add column trouble text not null default '', add column troubled_since timestamptz;

-- Who was known first by a nickname in a room: the room's own id of them (XEP-0421), which no nickname changes.
create table xmpp.nicknames (
    community_id text not null,
    account      text not null,
    room         text not null,
    nick         text not null,
    occupant     text not null,
    primary key (community_id, account, room, nick)
);
