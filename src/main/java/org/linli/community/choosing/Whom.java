package org.linli.community.choosing;

import java.util.List;
import org.linli.channels.Address;

/// Which of the residents are meant.
public sealed interface Whom {

    record Everybody() implements Whom {}

    /// Whose home is this place or lies within it.
    ///
    /// @param place the id
    record LivesIn(String place) implements Whom {}

    /// Of whom staff knows this.
    record Tagged(String tag) implements Whom {}

    /// Who is in the group now, as far as the platform tells.
    record InGroup(Address group) implements Whom {}

    /// Who took part in it.
    ///
    /// @param kind of [TakingPart]
    /// @param id   of the occasion
    record TookPart(String kind, String id) implements Whom {}

    record All(List<Whom> parts) implements Whom {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Any(List<Whom> parts) implements Whom {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Whom part) implements Whom {}
}
