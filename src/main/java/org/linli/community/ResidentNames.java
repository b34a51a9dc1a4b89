package org.linli.community;

import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.linli.platform.secrets.Search;
import org.springframework.stereotype.Component;

/// The names of residents as they lie in the register: sealed, and found by prints of their parts. All that reads or
/// writes `community.residents.name` does so by this.
@Component
public class ResidentNames implements KeepsSealed {

    static final SealedColumn NAME =
            new SealedColumn("community.residents", "name", "community_id", "id").indexedBy(Search.PARTS, "name_index");

    /// What staff knew them by, where they call themselves otherwise since.
    static final SealedColumn AS_VERIFIED =
            new SealedColumn("community.residents", "name_as_verified", "community_id", "id");

    private final Sealing sealing;

    ResidentNames(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(NAME, AS_VERIFIED);
    }

    /// @param row with the columns `community_id`, `id`, `name`, `home`, `verified`
    public Resident resident(Readable row) {
        return new Resident(
                new CommunityId(text(row, "community_id")),
                text(row, "id"),
                nameOrNull(row),
                row.get("home", String.class),
                Boolean.TRUE.equals(row.get("verified", Boolean.class)));
    }

    /// @param row with the columns `community_id`, `id`, `name`
    String name(Readable row) {
        return opened(new CommunityId(text(row, "community_id")), text(row, "id"), text(row, "name"));
    }

    /// @param stored as it lies in the register
    String opened(CommunityId community, String resident, String stored) {
        return sealing.open(NAME, stored, community.value(), resident);
    }

    /// By what staff verified them. `null` where they had no name then.
    ///
    /// @param row with the columns `community_id`, `id`, `name`, `name_as_verified` of somebody verified
    @Nullable
    String asVerified(Readable row) {
        String stored = row.get("name_as_verified", String.class);
        String name = stored == null
                ? nameOrNull(row)
                : sealing.open(AS_VERIFIED, stored, text(row, "community_id"), text(row, "id"));
        return name == null || name.isEmpty() ? null : name;
    }

    /// What is stored of the name as verified when somebody takes another.
    ///
    /// @param name `null` where they had none
    String sealedAsVerified(CommunityId community, String resident, @Nullable String name) {
        return sealing.seal(AS_VERIFIED, name == null ? "" : name, community.value(), resident);
    }

    private @Nullable String nameOrNull(Readable row) {
        return row.get("name", String.class) == null ? null : name(row);
    }

    @Nullable
    String sealed(CommunityId community, String resident, @Nullable String name) {
        return name == null ? null : sealing.seal(NAME, name, community.value(), resident);
    }

    /// What stands in `name_index`, with spaces between.
    String index(CommunityId community, @Nullable String name) {
        return name == null ? "" : String.join(" ", sealing.index(NAME, community.value(), name));
    }

    /// What `name_index` holds of whoever has this in the name. Empty for an empty text, and without keys.
    String[] wanted(CommunityId community, String text) {
        return sealing.wanted(NAME, community.value(), text);
    }

    /// What `name_index` holds of those who are called so.
    String[] wholeOf(CommunityId community, Set<String> called) {
        return called.stream()
                .flatMap(it -> Stream.of(sealing.whole(NAME, community.value(), it)))
                .toArray(String[]::new);
    }
}
