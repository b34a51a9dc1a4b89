package org.linli.cases;

import java.util.List;
import java.util.stream.Stream;
import org.linli.channels.Address;

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

    /// Whether this person spoke of it in that group, so that the group may hear of it.
    public boolean wasSaidIn(Address group, Neighbour who) {
        return residents().filter(who::isSameAs).anyMatch(it -> group.equals(it.group()));
    }

    /// Where this person is told how it stands: rather here than elsewhere. Only for those whom it concerns.
    public Address toldIn(Address here, Neighbour who) {
        var told = residents()
                .filter(who::isSameAs)
                .map(Neighbour::reachedAt)
                .distinct()
                .toList();
        return told.isEmpty() || told.contains(here) ? here : told.getFirst();
    }

    Stream<Neighbour> residents() {
        return Stream.concat(Stream.of(it.reporter()), supporters.stream());
    }
}
