package org.linli.cases.joining;

import org.jspecify.annotations.Nullable;
import org.linli.cases.Neighbour;
import org.linli.community.CommunityMap;

/// Whoever looks at a page of their own.
///
/// @param home the place they live at; `null` where it is not known
public record Visitor(
        CommunityMap map, Neighbour who, @Nullable String home) {

    @Override
    public String toString() {
        return "Visitor[]";
    }
}
