package org.linli.community.personnel;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.community.Elsewhere;
import org.linli.community.Role;

/// Somebody of the staff, also one who is suspended.
///
/// @param id             also the sign-in name
/// @param unit           its id
/// @param suspendedAt    since when they may not sign in; `null`: they may
/// @param hasPassword    whether they could sign in at all
/// @param passwordGiven  whether they have yet to choose a password of their own
/// @param elsewhere      under which names they may sign in elsewhere
public record Employee(
        String id,
        String name,
        Role role,
        String unit,
        @Nullable String phone,
        @Nullable Instant suspendedAt,
        boolean hasPassword,
        boolean passwordGiven,
        Map<Elsewhere, String> elsewhere) {

    public Employee {
        elsewhere = Map.copyOf(elsewhere);
    }

    public boolean isSuspended() {
        return suspendedAt != null;
    }
}
