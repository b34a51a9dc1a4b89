package org.linli.dialogue.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.dialogue.Need;

/// What a form asked last.
///
/// @param offered    ids of the places that could be tapped
/// @param home       whether it was "is it where you live?", or near the first that was offered
/// @param failures   how often the reply was no answer to it
/// @param remindedAt when it was asked again after something else; `null` until then
public record Question(
        Need need,
        List<String> offered,
        boolean home,
        int failures,
        Instant askedAt,
        @Nullable Instant remindedAt) {

    private static final int MOST_OFFERED = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    public Question {
        offered = offered.stream().limit(MOST_OFFERED).toList();
    }

    public static Question about(Need need, Instant now) {
        return new Question(need, List.of(), false, 0, now, null);
    }

    public Question offering(List<String> places) {
        return new Question(need, places, home, failures, askedAt, remindedAt);
    }

    public Question ofHome(String place) {
        return new Question(need, List.of(place), true, failures, askedAt, remindedAt);
    }

    /// "Is it near the first of these?"
    public Question near(List<String> places) {
        return new Question(need, places, true, failures, askedAt, remindedAt);
    }

    public Question failed(int times) {
        return new Question(need, offered, home, times, askedAt, remindedAt);
    }

    public Question remindedOf(@Nullable Instant at) {
        return new Question(need, offered, home, failures, askedAt, at);
    }

    /// Whoever was reminded a moment ago knows it.
    public boolean wasRemindedOf(Instant now) {
        return remindedAt != null && now.isBefore(remindedAt.plus(PATIENCE));
    }
}
