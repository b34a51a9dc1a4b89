package org.linli.teaching;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// What the service misheard of somebody. Masked before it was kept, and found by a print.
@Component
class PersonInLessons implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("teaching.lessons")
                        .shown("""
                        select noticed_at as at, words from teaching.lessons where community_id = :community and person = any((select array(select substr(encode(sha256(convert_to(:community, 'UTF8') || '\\x00'::bytea || convert_to(a, 'UTF8')), 'hex'), 1, 32) from unnest(:addresses::text[]) a))::text[])""")
                        .erased(
                                "delete from teaching.lessons where community_id = :community and person = any((select array(select substr(encode(sha256(convert_to(:community, 'UTF8') || '\\x00'::bytea || convert_to(a, 'UTF8')), 'hex'), 1, 32) from unnest(:addresses::text[]) a))::text[])"),
                PersonalTable.of("teaching.refusals")
                        .shown("""
                        select at, why as reason from teaching.refusals where community_id = :community and person = any((select array(select substr(encode(sha256(convert_to(:community, 'UTF8') || '\\x00'::bytea || convert_to(a, 'UTF8')), 'hex'), 1, 32) from unnest(:addresses::text[]) a))::text[])""")
                        .erased(
                                "delete from teaching.refusals where community_id = :community and person = any((select array(select substr(encode(sha256(convert_to(:community, 'UTF8') || '\\x00'::bytea || convert_to(a, 'UTF8')), 'hex'), 1, 32) from unnest(:addresses::text[]) a))::text[])"),
                PersonalTable.kept("teaching.candidates", "keys of lessons, whose words are forgotten with them"),
                PersonalTable.kept("teaching.differences", "counts of answers, no words"));
    }
}
