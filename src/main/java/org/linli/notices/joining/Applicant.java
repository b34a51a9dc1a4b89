package org.linli.notices.joining;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.Resident;
import org.linli.notices.knowing.FindTold;

/// Whoever wants places at an activity, or does not any more.
///
/// @param resident `null` where nobody is known at that address
/// @param address  where they are told of changes
public record Applicant(@Nullable Resident resident, Address address) {

    Entry entry(Activity of, CommunityMap map, int people, Instant at) {
        String household = resident == null ? "" : FindTold.household(resident, map);
        String id = resident == null ? null : resident.id();
        return new Entry(
                Entry.who(of.invites().whose(), id, household, address),
                Objects.requireNonNullElse(id, ""),
                resident == null ? "" : Objects.requireNonNullElse(resident.name(), ""),
                resident == null ? "" : Objects.requireNonNullElse(resident.home(), ""),
                address,
                people,
                Entry.State.COMES,
                at);
    }

    @Override
    public String toString() {
        return "Applicant[]";
    }
}
