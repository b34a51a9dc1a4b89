package org.linli.channels.wecom.kf;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// Whom a service desk may still welcome. Those who never wrote belong to no community yet.
@Component
class PersonInWelcomes implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("kf.welcomes").erased("""
                        delete from kf.welcomes where person in (select split_part(a, ':', 4) from unnest(:addresses::text[]) a where starts_with(a, 'wecom-kf:'))"""));
    }
}
