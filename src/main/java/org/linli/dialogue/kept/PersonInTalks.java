package org.linli.dialogue.kept;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// Talks that are not finished.
@Component
class PersonInTalks implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("dialogue.conversations")
                .shown("""
                        select touched_at as at, state as words from dialogue.conversations where community_id = :community and speaker = any(:addresses)""")
                .erased("""
                        delete from dialogue.conversations where community_id = :community and (speaker = any(:addresses) or reply_to = any(:addresses))""")
                .words("state::jsonb"));
    }
}
