package org.linli.audit;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// The trail of what staff did. It names ids and nothing personal, and its chain has to stay whole.
@Component
class PersonInTrail implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.kept(
                "audit.entries", "names staff and ids, and proves that nothing was changed; who an id was is erased"));
    }
}
