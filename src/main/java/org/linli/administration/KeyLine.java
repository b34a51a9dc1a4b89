package org.linli.administration;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.keys.ApiKey;
import org.linli.keys.Scope;

/// A key as a line of the page.
///
/// @param until the last day; empty: for ever
/// @param used  when it was last used; empty: never yet
/// @param state `valid`, `expired` or `revoked`
record KeyLine(
        String id,
        String name,
        List<Scope> scopes,
        @Nullable String unit,
        String madeBy,
        String made,
        String until,
        String used,
        String state) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZONE);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);

    static KeyLine of(ApiKey key, Instant now) {
        return new KeyLine(
                key.id(),
                key.name(),
                key.scopes().stream().sorted().toList(),
                key.unit(),
                key.madeBy(),
                DAY.format(key.madeAt()),
                key.expiresAt() == null ? "" : DAY.format(key.expiresAt().minusSeconds(1)),
                key.lastUsedAt() == null ? "" : MINUTE.format(key.lastUsedAt()),
                key.revokedAt() != null ? "revoked" : key.isValid(now) ? "valid" : "expired");
    }
}
