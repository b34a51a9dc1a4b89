package org.linli.channels.xmpp;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// By what rooms know somebody.
@Component
class PersonInRooms implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("xmpp.nicknames").shown("""
                        select room as place, nick as name from xmpp.nicknames where community_id = :community and (account, room, occupant) in (select account, room, occupant from xmpp.occupants where community_id = :community and person in (select substr(a, length('xmpp:' || account || ':person:') + 1) from unnest(:addresses::text[]) a where starts_with(a, 'xmpp:' || account || ':person:')))""").erased("""
                        delete from xmpp.nicknames where community_id = :community and (account, room, occupant) in (select account, room, occupant from xmpp.occupants where community_id = :community and person in (select substr(a, length('xmpp:' || account || ':person:') + 1) from unnest(:addresses::text[]) a where starts_with(a, 'xmpp:' || account || ':person:')))"""),
                PersonalTable.of("xmpp.occupants").shown("""
                        select room as place from xmpp.occupants where community_id = :community and person in (select substr(a, length('xmpp:' || account || ':person:') + 1) from unnest(:addresses::text[]) a where starts_with(a, 'xmpp:' || account || ':person:'))""").erased("""
                        delete from xmpp.occupants where community_id = :community and person in (select substr(a, length('xmpp:' || account || ':person:') + 1) from unnest(:addresses::text[]) a where starts_with(a, 'xmpp:' || account || ':person:'))"""));
    }
}
