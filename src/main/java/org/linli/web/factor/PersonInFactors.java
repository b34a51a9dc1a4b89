package org.linli.web.factor;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// What staff shows at sign-in belongs to its work; of residents nothing is kept here.
@Component
class PersonInFactors implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.kept("factors.second", "by what else staff signs in"));
    }
}
