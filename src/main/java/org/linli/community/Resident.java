package org.linli.community;

import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;

/// A person who lives or works here.
///
/// @param name     as they want to be called
/// @param home     the place they live at, as exact as known
/// @param verified whether staff has checked it; otherwise self-declared
public record Resident(
        CommunityId community,
        String id,
        @Nullable String name,
        @Nullable String home,
        boolean verified) {

    @Override
    public String toString() {
        return "Resident[" + id + "]";
    }
}
