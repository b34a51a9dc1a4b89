package org.linli.community;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;

/// A unit that acts (责任单位): a grid, the property company, a committee, a department, the community's desk.
///
/// @param places what it takes care of, with all that lies below
/// @param labels what it takes care of there, like `report.noise` or `report.*`; empty: whatever nobody else takes
/// @param chat   where its staff is told; `null` when each is told alone
/// @param parent the unit above it, which is told when it does not keep its time; `null`: the community's desk
/// @param hours  when it is on duty, every day; `null`: always
/// @param retired whether it is no more: nobody works there and nothing goes there, but what it did bears its name
public record Unit(
        String id,
        Kind kind,
        String name,
        List<String> places,
        List<String> labels,
        @Nullable Address chat,
        @Nullable String parent,
        @Nullable QuietHours hours,
        boolean retired) {

    public Unit {
        places = List.copyOf(places);
        labels = List.copyOf(labels);
    }

    public Unit(String id, Kind kind, String name, List<String> places, List<String> labels, @Nullable Address chat) {
        this(id, kind, name, places, labels, chat, null, null, false);
    }

    public boolean isOnDuty(Instant now) {
        return hours == null || hours.over(now).isPresent();
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
