package org.linli.whistles;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// Words of units, in which somebody may be named.
@Component
class PersonInWhistles implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("whistles.steps").erased("""
                        update whistles.steps set words = regexp_replace(words, :called, '**', 'g'), erased_at = now()
                        where community_id = :community and words ~ :called"""),
                PersonalTable.of("whistles.whistles").erased("""
                        update whistles.whistles set reason = regexp_replace(reason, :called, '**', 'g'), verdict = regexp_replace(verdict, :called, '**', 'g')
                        where community_id = :community and (reason ~ :called or verdict ~ :called)"""));
    }
}
