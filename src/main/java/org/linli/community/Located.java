package org.linli.community;

import java.util.List;

/// What became of the words for a place.
public sealed interface Located {

    /// @param detail what was said below the known place, like a floor or an unlisted room; may be empty
    record Found(Place place, String detail) implements Located {}

    /// Several places answer to these words.
    record Ambiguous(List<Place> candidates) implements Located {}

    /// No building answers to this name.
    record NoSuchBuilding(String said) implements Located {}

    record NothingSaid() implements Located {}
}
