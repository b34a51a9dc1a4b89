package org.linli.standin;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the page of a stand-in asks for: the platform shall misbehave, or behave again.
///
/// @param how  one of `code`, `page`, `slow`, `hang`, `hang-up`; anything else: behave
/// @param code for `code`, the platform's own
record Misbehave(@Nullable String how, @Nullable Long code) {

    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final long SYSTEM_BUSY = -1;

    /// From now on, everywhere, until it is asked for something else.
    void at(StandInServer server) {
        server.behave();
        wanted().ifPresent(it -> server.misbehave(StandInServer.EVERYWHERE, it));
    }

    private Optional<Mischief> wanted() {
        return switch (Objects.requireNonNullElse(how, "")) {
            case "code" -> Optional.of(new Mischief.Refuses(Objects.requireNonNullElse(code, SYSTEM_BUSY)));
            case "page" -> Optional.of(new Mischief.Page(502));
            case "slow" -> Optional.of(new Mischief.Slow(SLOW));
            case "hang" -> Optional.of(new Mischief.Hangs());
            case "hang-up" -> Optional.of(new Mischief.HangsUp());
            default -> Optional.empty();
        };
    }

    /// The end of a key of words: how it misbehaves now; empty where it does not, or as no page can ask for.
    static String word(@Nullable Mischief now) {
        return switch (now) {
            case Mischief.Refuses _ -> "code";
            case Mischief.Page _ -> "page";
            case Mischief.Slow _ -> "slow";
            case Mischief.Hangs _ -> "hang";
            case Mischief.HangsUp _ -> "hang-up";
            case Mischief.Says _ -> "";
            case null -> "";
        };
    }
}
