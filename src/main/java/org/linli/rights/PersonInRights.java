package org.linli.rights;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// Who asked for their rights: gone with the erasure itself.
@Component
class PersonInRights implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("rights.doors")
                        .erased(
                                "delete from rights.doors where community_id = :community and address = any(:addresses)"),
                PersonalTable.kept("rights.erasures", "what is being erased; it empties itself"));
    }
}
