-- As whom we know somebody in a room, by the room's own id of them, whatever nickname they have by now.
create table xmpp.occupants (
    community_id text not null,
    account      text not null,
    room         text not null,
    occupant     text not null,
    -- the end of an address: the room and the nickname by which they were heard first
    person       text not null,
    primary key (community_id, account, room, occupant)
);

create unique index occupants_by_person on xmpp.occupants (community_id, account, person);

insert into xmpp.occupants (community_id, account, room, occupant, person)
select community_id, account, room, occupant, room || '/' || min(nick)
from xmpp.nicknames where nick <> '' group by community_id, account, room, occupant;
