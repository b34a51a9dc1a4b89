package org.linli.dialogue.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How often the same words came within a short time; two machines that answer each other are noticed by it.
///
/// @param hash of the gist of the words, not the words
public record Echo(int hash, int times, Instant first, Instant last) {

    private static final int TOO_OFTEN = 20;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MOST = 8;

    public boolean isFirstTooMany() {
        return times == TOO_OFTEN;
    }

    public boolean isTooMany() {
        return times >= TOO_OFTEN;
    }

    /// The newest at the end; the oldest are dropped.
    static List<Echo> counting(List<Echo> echoes, int hash, Instant now) {
        var next = new ArrayList<Echo>(MOST + 1);
        var heard = new Echo(hash, 1, now, now);
        for (Echo echo : echoes) {
            if (echo.hash() == hash) {
                heard = echo.again(now);
            } else {
                next.add(echo);
            }
        }
        next.add(heard);
        return List.copyOf(next.subList(Math.max(0, next.size() - MOST), next.size()));
    }

    /// Once it was too often, it stays so until the window passed in silence.
    private Echo again(Instant now) {
        var since = isTooMany() ? last : first;
        return since.plus(WINDOW).isBefore(now)
                ? new Echo(hash, 1, now, now)
                : new Echo(hash, Math.min(times + 1, TOO_OFTEN + 1), first, now);
    }
}
