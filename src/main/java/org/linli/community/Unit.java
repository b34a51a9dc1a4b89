package org.linli.community;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;

/// A unit that acts (责任单位): a grid, the property company, a committee, a department, the community's desk.
///
/// @param places what it takes care of, with all that lies below
/// @param labels what it takes care of there, like `report.noise` or `report.*`; empty: whatever nobody else takes
/// @param chat   where its staff is told; `null` when each is told alone
public record Unit(
        String id,
        Kind kind,
        String name,
        List<String> places,
        List<String> labels,
        @Nullable Address chat) {

    public Unit {
        places = List.copyOf(places);
        labels = List.copyOf(labels);
    }

    public enum Kind {
        GRID,
        PROPERTY,
        COMMITTEE,
        DEPARTMENT,
        /// Takes what nobody else takes.
        DESK
    }
}
