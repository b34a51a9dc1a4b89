package org.linli.ledgers;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// Files that staff ordered a moment ago, in which anybody may stand: they are ordered again.
@Component
class PersonInFiles implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("ledgers.orders")
                .erased("delete from ledgers.orders where community_id = :community and bytes is not null")
                .words("words"));
    }
}
