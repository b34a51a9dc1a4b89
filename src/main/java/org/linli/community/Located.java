package org.linli.community;

import java.util.List;

/// What became of the words for a place.
public sealed interface Located {

    /// @param detail what was said below the known place, like an unlisted room `501室`; may be empty
    record Found(Place place, String detail) implements Located {}

    /// Several places answer to these words; at least two.
    record Ambiguous(List<Place> candidates) implements Located {

        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /// No building answers to this name.
    record NoSuchBuilding(String said) implements Located {}

    /// No words for a place, or none that say where: a unit without a building.
    record NothingSaid() implements Located {}
}
