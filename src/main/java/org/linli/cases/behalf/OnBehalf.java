package org.linli.cases.behalf;

import java.time.Instant;
import org.linli.cases.Way;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Something was entered for somebody. Signals `Conflict` where the same form was handed in before.
///
/// @param by      the id of the staff member who entered it
/// @param address where cases know this person
/// @param toldAt  until when they know how it stands
public record OnBehalf(
        CommunityId community,
        String occasion,
        String number,
        Way way,
        String by,
        Instant at,
        Address address,
        Caller caller,
        Instant toldAt)
        implements Effect {

    @Override
    public Object contested() {
        return community + "/" + occasion;
    }

    /// Whether only staff can tell this person how it goes.
    public boolean isToBeCalled() {
        return caller.mayContact() && address.channel().equals(Callers.BY_HAND);
    }

    @Override
    public String toString() {
        return "OnBehalf[" + number + ", " + way + "]";
    }
}
