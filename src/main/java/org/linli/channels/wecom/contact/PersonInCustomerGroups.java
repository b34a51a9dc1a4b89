package org.linli.channels.wecom.contact;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// Who is in customer groups. Read anew from the platform, which may say it again.
@Component
class PersonInCustomerGroups implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("contact.groups").erased("""
                        update contact.groups set members = (
                          select coalesce(array_agg(m order by m), '{}') from unnest(members) m
                          where not exists (select from unnest(:addresses::text[]) a where a like 'wecom%' and right(a, length(m) + 1) = ':' || m))
                        where exists (select from unnest(members) m, unnest(:addresses::text[]) a where a like 'wecom%' and right(a, length(m) + 1) = ':' || m)"""));
    }
}
