package org.linli.api;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// Answers to programs, kept for a day so that a call that is repeated is done once.
@Component
class PersonInCalls implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("api.calls").erased("""
                        delete from api.calls where community_id = :community
                          and exists (select from unnest(:cases::text[]) c where position(c in body) > 0)""", """
                        delete from api.calls where community_id = :community and body ~ :called"""));
    }
}
