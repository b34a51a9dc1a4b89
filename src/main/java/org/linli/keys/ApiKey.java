package org.linli.keys;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.platform.database.CommunityId;

/// Who calls. The key itself is not in here.
///
/// @param name       of the program, as staff named it
/// @param unit       whose cases it sees and acts on; `null`: all of the community
/// @param expiresAt  `null`: never
/// @param lastUsedAt to the minute; `null` where it was not used yet
/// @param revokedAt  `null` while nobody took it back
public record ApiKey(
        CommunityId community,
        String id,
        String name,
        Set<Scope> scopes,
        @Nullable String unit,
        String madeBy,
        Instant madeAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    public boolean opens(Scope scope) {
        return scopes.contains(scope);
    }

    /// What it may do: as a colleague of its unit, or of the whole community where it names none.
    public StaffMember asColleague(CommunityMap map) {
        return unit == null
                ? new StaffMember(
                        community, id, name, Role.COMMUNITY_WORKER, map.desk().id(), null, null)
                : new StaffMember(community, id, name, Role.UNIT_WORKER, unit, null, null);
    }

    public boolean isValid(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
