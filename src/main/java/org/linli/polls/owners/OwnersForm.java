package org.linli.polls.owners;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.polls.owners.AskOwners.Matter;

/// What staff puts to owners. Anything may be missing or wrong.
public record OwnersForm(
        @Nullable String id,
        @Nullable String words,
        @Nullable String place,
        @Nullable String majority,
        @Nullable Integer days) {

    private static final int LONGEST = 200;
    private static final int MOST_DAYS = 90;

    public static OwnersForm empty(UUID id) {
        return new OwnersForm(id.toString(), "", "", Majority.ORDINARY.name(), 15);
    }

    /// What is wrong, as a key of what the page says; empty where owners can be asked.
    Optional<String> trouble(CommunityMap map) {
        if (said().isEmpty() || said().length() > LONGEST) {
            return Optional.of("WORDS");
        }
        if (map.openPlace(where()).isEmpty()) {
            return Optional.of("PLACE");
        }
        if (Majority.named(majority == null ? "" : majority).isEmpty()) {
            return Optional.of("MAJORITY");
        }
        return days == null || days < 1 || days > MOST_DAYS ? Optional.of("DAYS") : Optional.empty();
    }

    Matter matter() {
        return new Matter(
                key(),
                said(),
                where(),
                Majority.named(majority == null ? "" : majority).orElse(Majority.MAJOR),
                Duration.ofDays(days == null ? 0 : days));
    }

    private UUID key() {
        try {
            return id == null ? UUID.randomUUID() : UUID.fromString(id);
        } catch (IllegalArgumentException typed) {
            return UUID.randomUUID();
        }
    }

    /// One line, that cannot be taken for a button.
    private String said() {
        return words == null ? "" : words.replaceAll("[\\p{Cntrl}▸#＃]+", " ").strip();
    }

    private String where() {
        return place == null ? "" : place;
    }
}
