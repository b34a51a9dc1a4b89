package org.linli.notices;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// Which notices somebody got, wanted and signed up for.
@Component
class PersonInNotices implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("notices.visits").shown("""
                        select at, outcome as what from notices.visits where community_id = :community and who in (:resident, 'resident:' || :resident) and :resident <> ''"""),
                PersonalTable.of("notices.recipients").shown("""
                        select n.title, r.fate as state, r.changed_at as at from notices.recipients r
                        join notices.notices n on n.community_id = r.community_id and n.id = r.notice
                        where r.community_id = :community and r.who = :resident and :resident <> ''""").erased("""
                        insert into notices.recipients (community_id, notice, who, home, building, address, others, letters, fate, reason, via, due_at, posted_at, changed_at) select community_id, notice, :mark, '', building, null, '{}', letters, case when fate in ('WAITING', 'HELD') then 'TAKEN_BACK' else fate end, '', via, null, posted_at, changed_at from notices.recipients where community_id = :community and who in (:resident, 'resident:' || :resident) and :resident <> '' on conflict do nothing""", """
                        update notices.visits set who = :mark where community_id = :community and who in (:resident, 'resident:' || :resident) and :resident <> ''""", """
                        delete from notices.recipients where community_id = :community and who in (:resident, 'resident:' || :resident) and :resident <> ''""", """
                        update notices.recipients set address = null where community_id = :community and address = any(:addresses)""", """
                        update notices.recipients set others = (select coalesce(array_agg(o), '{}') from unnest(others) o where o <> all(:addresses)) where community_id = :community and others && :addresses::text[]"""),
                PersonalTable.of("notices.signed_up").shown("""
                        select name, home as place, people as number, state, at from notices.signed_up where community_id = :community and (address = any(:addresses) or :resident <> '' and resident = :resident)""").erased("""
                        update notices.activities set version = version + 1 where (community_id, notice) in (select community_id, notice from notices.signed_up where community_id = :community and (address = any(:addresses) or :resident <> '' and resident = :resident))""", """
                        delete from notices.signed_up where community_id = :community and (address = any(:addresses) or :resident <> '' and resident = :resident)"""),
                PersonalTable.of("notices.wishes").shown("""
                        select unwanted as what, quiet, at from notices.wishes where community_id = :community and :resident <> '' and resident = :resident""").erased("""
                        delete from notices.wishes where community_id = :community and :resident <> '' and resident = :resident"""),
                PersonalTable.of("notices.asked").words("words"),
                PersonalTable.of("notices.notices").words("title", "words", "brief"),
                PersonalTable.of("notices.translations").words("title", "words"),
                PersonalTable.kept("notices.steps", "what staff did"));
    }
}
