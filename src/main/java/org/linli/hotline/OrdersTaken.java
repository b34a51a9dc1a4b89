package org.linli.hotline;

import java.time.Instant;
import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// The hotline sent these, all or none of them. An order that is known already is renewed where it says something else;
/// what staff decided about it stays.
///
/// @param by the id of the staff member or of the sender
record OrdersTaken(CommunityId community, List<WorkOrder> orders, String by, Instant at) implements Effect {

    OrdersTaken {
        orders = List.copyOf(orders);
    }

    /// Two files of one city at the same moment are taken one after the other.
    @Override
    public Object contested() {
        return community + "/hotline";
    }
}
