package org.linli.keys;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.platform.database.CommunityId;

/// A key as its row says it.
final class KeyColumns {

    private KeyColumns() {}

    static ApiKey read(Readable row) {
        var named = List.of(Objects.requireNonNull(row.get("scopes", String[].class)));
        return new ApiKey(
                new CommunityId(text(row, "community_id")),
                text(row, "id"),
                text(row, "name"),
                scopes(named),
                row.get("unit", String.class),
                text(row, "made_by"),
                instant(row, "made_at"),
                instantOrNull(row, "expires_at"),
                instantOrNull(row, "last_used_at"),
                instantOrNull(row, "revoked_at"));
    }

    /// Without those that only a later program knows, which may run beside this one.
    private static Set<Scope> scopes(List<String> named) {
        return Arrays.stream(Scope.values())
                .filter(it -> named.contains(it.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
