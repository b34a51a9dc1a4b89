package org.linli.ledger;

import java.util.Comparator;
import java.util.List;
import org.linli.channels.Address;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Grant;
import org.linli.channels.Allowance.Quota;
import org.linli.channels.Allowance.Rate;
import org.linli.channels.Allowance.Window;
import org.linli.platform.database.CommunityId;

/// One message that wants to be sent by one way.
///
/// @param way        a [org.linli.channels.Way#id]
/// @param allowances all that it draws on
public record Errand(CommunityId community, Address to, String way, List<Allowance> allowances) {

    /// In the order of drawing: what is scarce and kept in PostgreSQL first, so that no place in a rate is lost by it.
    public Errand {
        allowances =
                allowances.stream().sorted(Comparator.comparing(Errand::turn)).toList();
    }

    List<Grant> grants() {
        return allowances.stream()
                .filter(Grant.class::isInstance)
                .map(Grant.class::cast)
                .toList();
    }

    boolean needsAnAct() {
        return allowances.stream().anyMatch(it -> it instanceof Window || it instanceof Grant);
    }

    private static int turn(Allowance allowance) {
        return switch (allowance) {
            case Window _ -> 0;
            case Grant _ -> 1;
            case Quota _ -> 2;
            case Rate _ -> 3;
        };
    }
}
