package org.linli.ledger;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.linli.channels.Allowance.Grant;
import org.linli.platform.database.CommunityId;

/// Whether one message may be sent now by one way.
public sealed interface Leave {

    /// It may, and it is counted. What was not sent after all is handed back by [Ledger#giveBack].
    final class Given implements Leave {

        static final Given NOTHING_DRAWN = new Given(List.of(), List.of());

        private final List<Slot> slots;
        private final List<Granted> grants;

        private Given(List<Slot> slots, List<Granted> grants) {
            this.slots = slots;
            this.grants = grants;
        }

        List<Slot> slots() {
            return slots;
        }

        List<Granted> grants() {
            return grants;
        }

        Given plus(Slot slot) {
            return new Given(Stream.concat(slots.stream(), Stream.of(slot)).toList(), grants);
        }

        Given plus(Granted grant) {
            return new Given(
                    slots, Stream.concat(grants.stream(), Stream.of(grant)).toList());
        }
    }

    /// Not before then.
    record NotBefore(Instant time) implements Leave {}

    /// Not before the person has done something.
    record AfterAnAct() implements Leave {}

    /// One permission that was used.
    record Granted(CommunityId community, Grant grant) {}
}
