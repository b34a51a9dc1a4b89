package org.linli.cases;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;

/// A case with all whom it concerns.
///
/// @param supporters   neighbours who said the same, the earliest first
/// @param reporterLeft whether the reporter does not wait any more
/// @param told         units above that were told of it when it was late
/// @param mergedInto   the number of the case that it rests in; `null` where it goes on by itself
public record CaseFile(
        Case it,
        List<Neighbour> supporters,
        boolean reporterLeft,
        Set<String> told,
        @Nullable String mergedInto) {

    public CaseFile {
        supporters = List.copyOf(supporters);
        told = Set.copyOf(told);
    }

    CaseFile(Case it, List<Neighbour> supporters) {
        this(it, supporters, false);
    }

    public CaseFile(Case it, List<Neighbour> supporters, boolean reporterLeft) {
        this(it, supporters, reporterLeft, Set.of(), null);
    }

    /// The version without the neighbours who joined: that they did makes no page stale.
    public long seen() {
        return it.version() - supporters.size();
    }

    /// Whether neighbours may have it in common at all.
    public boolean isShared() {
        return Similar.isShared(it.problem().label());
    }

    /// Whether somebody else waits for it as well.
    public boolean othersWaitBeside(Neighbour who) {
        return waiting().anyMatch(other -> !other.isSameAs(who));
    }

    /// Whether this person reported it or joined it.
    public boolean concerns(Neighbour who) {
        return residents().anyMatch(who::isSameAs);
    }

    /// Whether this person spoke of it in that group, so that the group may hear of it.
    public boolean wasSaidIn(Address group, Neighbour who) {
        return residents().filter(who::isSameAs).anyMatch(it -> group.equals(it.group()));
    }

    /// Whether this person spoke of it in a group.
    public boolean saidInGroup(Address by) {
        return residents().anyMatch(it -> by.equals(it.address()) && it.group() != null);
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

    /// Those who want to hear of it.
    public Stream<Neighbour> waiting() {
        return reporterLeft ? supporters.stream() : residents();
    }

    /// Whoever reported it, and all who joined.
    public Stream<Neighbour> residents() {
        return Stream.concat(Stream.of(it.reporter()), supporters.stream());
    }
}
