package org.linli.inbox;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// What somebody wrote, as it came in.
@Component
class PersonInInbox implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("inbox.twins").erased("""
                        delete from inbox.twins t using inbox.arrivals a
                        where t.community_id = :community and a.community_id = t.community_id and a.id = t.arrival
                          and a.message->>'from' = any(:addresses)"""),
                PersonalTable.of("inbox.arrivals")
                        .shown("""
                        select received_at as at, message->'content'->>'text' as words, message->'content'->>'type' as what
                        from inbox.arrivals where community_id = :community and message->>'from' = any(:addresses) order by id""")
                        .waitsWhile("""
                        select 1 from inbox.arrivals where community_id = :community and message->>'from' = any(:addresses) and state in ('waiting', 'working') limit 1""")
                        .erased("""
                        delete from inbox.arrivals where community_id = :community and message->>'from' = any(:addresses) and state not in ('waiting', 'working')""")
                        .words("message::json", "answer::json"));
    }
}
