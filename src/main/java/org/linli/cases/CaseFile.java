package org.linli.cases;

import java.util.List;
import java.util.stream.Stream;

/// A case with all whom it concerns.
///
/// @param supporters neighbours who said the same, the earliest first
public record CaseFile(Case it, List<Neighbour> supporters) {

    public CaseFile {
        supporters = List.copyOf(supporters);
    }

    /// Whether this person reported it or joined it.
    public boolean concerns(Neighbour who) {
        return residents().anyMatch(who::isSameAs);
    }

    Stream<Neighbour> residents() {
        return Stream.concat(Stream.of(it.reporter()), supporters.stream());
    }
}
