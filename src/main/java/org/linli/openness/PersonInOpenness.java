package org.linli.openness;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// What everybody may read of what somebody reported.
@Component
class PersonInOpenness implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("openness.offers")
                        .shown("""
                        select number, words, asked_at as at, agreed from openness.offers where community_id = :community and number = any(:cases)""")
                        .erased("delete from openness.offers where community_id = :community and number = any(:cases)")
                        .words("words"),
                PersonalTable.of("openness.pictures")
                        .shown("""
                        select number, encode(bytes, 'base64') as file, 'image/jpeg' as file_type from openness.pictures where community_id = :community and number = any(:cases)""")
                        .erased(
                                "delete from openness.pictures where community_id = :community and number = any(:cases)"));
    }
}
