package org.linli.channels.webchat;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// What somebody said in the browser, alone and in groups.
@Component
class PersonInWebchat implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("webchat.pictures").shown("""
                        select encode(bytes, 'base64') as file, kind as file_type, at from webchat.pictures where community_id = :community and room in (select 'person:' || id from (select substr(a, length('webchat:' || :community || ':person:') + 1) from unnest(:addresses::text[]) a where starts_with(a, 'webchat:' || :community || ':person:')) as mine (id))""").erased("""
                        delete from webchat.pictures where community_id = :community and (room, id) in (
                             select room, content->>'picture' from webchat.lines where community_id = :community and speaker in (select substr(a, length('webchat:' || :community || ':person:') + 1) from unnest(:addresses::text[]) a where starts_with(a, 'webchat:' || :community || ':person:')))""", """
                        delete from webchat.pictures where community_id = :community and room in (select 'person:' || id from (select substr(a, length('webchat:' || :community || ':person:') + 1) from unnest(:addresses::text[]) a where starts_with(a, 'webchat:' || :community || ':person:')) as mine (id))"""),
                PersonalTable.of("webchat.lines").shown("""
                        select at, content->>'text' as words from webchat.lines
                           where community_id = :community and (speaker in (select substr(a, length('webchat:' || :community || ':person:') + 1) from unnest(:addresses::text[]) a where starts_with(a, 'webchat:' || :community || ':person:')) or room in (select 'person:' || id from (select substr(a, length('webchat:' || :community || ':person:') + 1) from unnest(:addresses::text[]) a where starts_with(a, 'webchat:' || :community || ':person:')) as mine (id))) order by at""").erased("""
                        delete from webchat.lines where community_id = :community and (speaker in (select substr(a, length('webchat:' || :community || ':person:') + 1) from unnest(:addresses::text[]) a where starts_with(a, 'webchat:' || :community || ':person:')) or room in (select 'person:' || id from (select substr(a, length('webchat:' || :community || ':person:') + 1) from unnest(:addresses::text[]) a where starts_with(a, 'webchat:' || :community || ':person:')) as mine (id)))""").words("content::jsonb"),
                PersonalTable.of("webchat.rooms").erased("""
                        delete from webchat.rooms where community_id = :community and room in (select 'person:' || id from (select substr(a, length('webchat:' || :community || ':person:') + 1) from unnest(:addresses::text[]) a where starts_with(a, 'webchat:' || :community || ':person:')) as mine (id))"""));
    }
}
