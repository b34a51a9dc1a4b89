package org.linli.channels.wechat;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// Lists of followers on their way.
@Component
class PersonInLists implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("wechat.lists").erased("""
                        delete from wechat.lists where community_id = :community and openid in (select split_part(a, ':', 4) from unnest(:addresses::text[]) a where starts_with(a, 'wechat:'))"""));
    }
}
