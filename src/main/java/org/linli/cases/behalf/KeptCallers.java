package org.linli.cases.behalf;

import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.linli.platform.secrets.Search;
import org.springframework.stereotype.Component;

/// Names and telephones of those for whom something was entered, as they lie in `cases.on_behalf`: sealed, and found by
/// prints of the telephone. All that reads or writes them does so by this.
@Component
class KeptCallers implements KeepsSealed {

    /// True of the rows of this telephone; of those, too, that wait to be sealed.
    static final String SAME_PHONE = "(phone_index && :prints or phone = :phone)";

    static final SealedColumn NAME = new SealedColumn("cases.on_behalf", "name", "community_id", "occasion");
    static final SealedColumn PHONE = new SealedColumn("cases.on_behalf", "phone", "community_id", "occasion")
            .indexedBy(Search.PHONE, "phone_index");

    private final Sealing sealing;

    KeptCallers(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(NAME, PHONE);
    }

    String sealedName(OnBehalf it) {
        return sealing.seal(NAME, it.caller().name(), it.community().value(), it.occasion());
    }

    String sealedPhone(OnBehalf it) {
        return sealing.seal(PHONE, it.caller().phone(), it.community().value(), it.occasion());
    }

    /// What stands in `phone_index`.
    String[] index(OnBehalf it) {
        return sealing.index(PHONE, it.community().value(), it.caller().phone());
    }

    /// What [#SAME_PHONE] looks for.
    String[] prints(CommunityId community, String phone) {
        return sealing.whole(PHONE, community.value(), phone);
    }

    String name(Readable row) {
        return sealing.open(NAME, text(row, "name"), text(row, "community_id"), text(row, "occasion"));
    }

    String phone(Readable row) {
        return sealing.open(PHONE, text(row, "phone"), text(row, "community_id"), text(row, "occasion"));
    }
}
