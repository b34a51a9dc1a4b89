package org.linli.ledgers;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// Files that staff ordered today, in which anybody may stand: those in which somebody stands who is forgotten are
/// ordered again.
@Component
class PersonInFiles implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("ledgers.orders").files("bytes", "id").words("words"));
    }
}
