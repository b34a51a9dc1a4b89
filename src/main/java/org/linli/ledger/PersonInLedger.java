package org.linli.ledger;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// What may be sent to somebody, and what they did to allow it.
@Component
class PersonInLedger implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("ledger.acts")
                        .shown("""
                        select act as what, at from ledger.acts where community_id = :community and address = any(:addresses)""")
                        .erased(
                                "delete from ledger.acts where community_id = :community and address = any(:addresses)"),
                PersonalTable.of("ledger.grants")
                        .shown("""
                        select scene as what, remaining as number from ledger.grants where community_id = :community and address = any(:addresses)""")
                        .erased(
                                "delete from ledger.grants where community_id = :community and address = any(:addresses)"),
                PersonalTable.of("ledger.closings")
                        .erased(
                                "delete from ledger.closings where community_id = :community and scope = any(:addresses)"),
                PersonalTable.of("ledger.counters")
                        .erased(
                                "delete from ledger.counters where community_id = :community and scope = any(:addresses)"));
    }
}
