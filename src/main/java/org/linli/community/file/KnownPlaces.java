package org.linli.community.file;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.community.Place;
import org.linli.community.file.Problem.What;

/// The places that there are once a file is imported, by their ids.
///
/// @param ever those that are closed, too
record KnownPlaces(Set<String> open, Set<String> ever) {

    /// @param ever by their ids
    static KnownPlaces of(Map<String, Place> ever) {
        return new KnownPlaces(
                Place.open(ever.values()).stream().map(Place::id).collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(ever.keySet()));
    }

    /// A cell that may be blank names one that is open.
    void mustBeOpen(Fields fields, String column, String said) {
        if (!open.contains(said) && ever.contains(said)) {
            fields.wrong(column, What.CLOSED, said);
            return;
        }
        fields.mustBeKnown(column, said, "place", open);
    }

    /// The same where a retired unit keeps those that it had.
    void mustBeThere(Fields fields, String column, Collection<String> said, boolean closedToo) {
        said.forEach(it -> {
            if (closedToo) {
                fields.mustBeKnown(column, it, "place", ever);
            } else {
                mustBeOpen(fields, column, it);
            }
        });
    }
}
