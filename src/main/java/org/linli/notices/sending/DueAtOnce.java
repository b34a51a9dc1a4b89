package org.linli.notices.sending;

import java.util.List;
import org.linli.notices.sending.Recipients.Of;

/// For whom something is due, all of one notice. At least one.
record DueAtOnce(List<Of> those) {

    Of first() {
        return those.getFirst();
    }

    @Override
    public String toString() {
        return "DueAtOnce[" + first().notice() + ", " + those.size() + "]";
    }
}
