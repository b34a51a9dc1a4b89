package org.linli.polls.web;

import static org.linli.polls.web.RoundForm.number;
import static org.linli.polls.web.RoundForm.said;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.polls.rounds.Schedule;

/// Reads how long each phase of a round is to last. Pure.
record ReadSchedule(RoundForm form, Instant now) {

    private static final int LONGEST = 366;
    private static final List<String> UNITS = List.of("DAYS", "HOURS", "MINUTES");

    /// By field, see [ReadRound#troubles].
    Map<String, String> troubles() {
        var wrong = new LinkedHashMap<String, String>();
        if (!UNITS.contains(said(form.unit()))) {
            wrong.put("unit", "UNIT");
        }
        lengths().forEach((field, length) -> {
            if (length < 0 || length > LONGEST) {
                wrong.put(field, "LENGTH");
            }
        });
        schedule().fault().ifPresent(it -> wrong.putIfAbsent(field(it), it.name()));
        return wrong;
    }

    Schedule schedule() {
        var begun = now.plus(lasts(announced()));
        var collected = begun.plus(lasts(length(form.collect())));
        var reviewed = collected.plus(lasts(length(form.review())));
        var voted = reviewed.plus(lasts(length(form.vote())));
        return new Schedule(now, begun, collected, reviewed, voted, voted.plus(lasts(length(form.object()))));
    }

    private Map<String, Integer> lengths() {
        var all = new LinkedHashMap<String, Integer>();
        all.put("announce", announced());
        all.put("collect", length(form.collect()));
        all.put("review", length(form.review()));
        all.put("vote", length(form.vote()));
        all.put("object", length(form.object()));
        return all;
    }

    private static String field(Schedule.Fault fault) {
        return switch (fault) {
            case COLLECT_FROM -> "announce";
            case COLLECT_UNTIL -> "collect";
            case VOTE_FROM -> "review";
            case VOTE_UNTIL -> "vote";
            case OBJECT_UNTIL -> "object";
        };
    }

    /// Nothing said: it collects at once.
    private int announced() {
        return said(form.announce()).isEmpty() ? 0 : length(form.announce());
    }

    private Duration lasts(int many) {
        int length = Math.clamp(many, 0, LONGEST);
        return switch (said(form.unit())) {
            case "HOURS" -> Duration.ofHours(length);
            case "MINUTES" -> Duration.ofMinutes(length);
            default -> Duration.ofDays(length);
        };
    }

    private static int length(@Nullable String many) {
        return (int) number(many, 6);
    }
}
