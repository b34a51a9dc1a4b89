package org.linli.open311;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// What programs of others took in for somebody.
@Component
class PersonInOpen311 implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("open311.taken").shown("""
                        select number, description as words, taken_at as at from open311.taken where community_id = :community and number = any(:cases)""").erased("""
                        update open311.taken set description = '**' where community_id = :community and number = any(:cases)""").words("description"));
    }
}
