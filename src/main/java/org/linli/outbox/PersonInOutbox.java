package org.linli.outbox;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// What was written to somebody.
@Component
class PersonInOutbox implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("outbox.history").erased("""
                        delete from outbox.history where community_id = :community and key in (select key from outbox.letters where community_id = :community and address = any(:addresses) and state <> 'sending')""").words("detail"),
                PersonalTable.of("outbox.deliveries").erased("""
                        delete from outbox.deliveries where community_id = :community and key in (select key from outbox.letters where community_id = :community and address = any(:addresses) and state <> 'sending')""").words("detail"),
                PersonalTable.of("outbox.letters")
                        .shown("""
                        select created_at as at, template as what, state, facts from outbox.letters where community_id = :community and address = any(:addresses) order by id""")
                        .waitsWhile("""
                        select 1 from outbox.letters where community_id = :community and address = any(:addresses) and state = 'sending' limit 1""")
                        .erased("""
                        delete from outbox.letters where community_id = :community and address = any(:addresses) and state <> 'sending'""")
                        .words("facts::json"));
    }
}
