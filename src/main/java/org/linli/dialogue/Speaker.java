package org.linli.dialogue;

import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.community.Group;
import org.linli.community.Resident;
import org.linli.community.StaffMember;
import org.linli.platform.database.CommunityId;

/// Who talks, and where.
///
/// @param resident `null` when this address is not known yet
/// @param staff    `null` unless this address is a staff member's
/// @param group    `null` in a private talk
public record Speaker(
        CommunityId community,
        Address address,
        @Nullable Resident resident,
        @Nullable StaffMember staff,
        @Nullable Group group) {

    /// Where answers go.
    public Address replyTo() {
        return group == null ? address : group.address();
    }
}
