package org.linli.dialogue;

import java.time.Instant;
import java.util.List;

/// What a form asked last.
///
/// @param offered  ids of the places that could be tapped
/// @param home     whether it was "is it where you live?", or near the first that was offered
/// @param failures how often the reply was no answer to it
record Question(Need need, List<String> offered, boolean home, int failures, Instant askedAt) {

    private static final int MOST_OFFERED = 20;

    Question {
        offered = offered.stream().limit(MOST_OFFERED).toList();
    }

    static Question about(Need need, Instant now) {
        return new Question(need, List.of(), false, 0, now);
    }

    Question offering(List<String> places) {
        return new Question(need, places, home, failures, askedAt);
    }

    Question ofHome(String place) {
        return new Question(need, List.of(place), true, failures, askedAt);
    }

    /// "Is it near the first of these?"
    Question near(List<String> places) {
        return new Question(need, places, true, failures, askedAt);
    }

    Question failed(int times) {
        return new Question(need, offered, home, times, askedAt);
    }
}
