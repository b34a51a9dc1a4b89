package org.linli.community;

import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;

/// @param id    also the sign-in name
/// @param unit  where they work
/// @param phone of the office; may be told to residents
/// @param chat  where they are told about cases
public record StaffMember(
        CommunityId community,
        String id,
        String name,
        Role role,
        String unit,
        @Nullable String phone,
        @Nullable Address chat) {

    StaffMember toldAt(@Nullable Address elsewhere) {
        return new StaffMember(community, id, name, role, unit, phone, elsewhere);
    }

    /// Whether the whole community is theirs to look after.
    public boolean seesEverything() {
        return role == Role.COMMUNITY_WORKER || role == Role.ADMIN;
    }
}
