package org.linli.media;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// Pictures, voices, films and files that somebody sent. Bytes go with the last who sent them.
@Component
class PersonInMedia implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("media.contents").shown("""
                        select encode(c.bytes, 'base64') as file, c.type as file_type from media.contents c
                        where c.community_id = :community and c.hash in (
                          select hash from media.items where community_id = :community and sender = any(:addresses))""").erased("""
                        delete from media.contents c
                        where c.community_id = :community
                          and c.hash in (select hash from media.items where community_id = :community and sender = any(:addresses))
                          and not exists (select from media.items o where o.community_id = c.community_id and o.hash = c.hash
                                            and o.sender <> all(:addresses))"""),
                PersonalTable.of("media.items")
                        .shown("""
                        select kind as what, name, received_at as at from media.items where community_id = :community and sender = any(:addresses)""")
                        .erased(
                                "delete from media.items where community_id = :community and sender = any(:addresses)",
                                """
                        update media.items set tell = null where community_id = :community and tell = any(:addresses)"""));
    }
}
