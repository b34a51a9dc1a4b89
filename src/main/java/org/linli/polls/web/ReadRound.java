package org.linli.polls.web;

import static org.linli.polls.web.RoundForm.said;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Rule;
import org.linli.polls.log.Level;
import org.linli.polls.rounds.Conditions;
import org.linli.polls.rounds.HoldRound.Declared;
import org.linli.polls.rounds.Rules;
import org.linli.polls.rounds.Schedule;

/// Reads what staff declares for a round, and says beside which field what is wrong. Pure.
record ReadRound(RoundForm form, CommunityMap map, Instant now) {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST = 366;
    private static final List<String> UNITS = List.of("DAYS", "HOURS", "MINUTES");

    /// By field, each the end of a key of what the page says; without entries where a round can be opened.
    Map<String, String> troubles() {
        var wrong = new LinkedHashMap<String, String>();
        if (said(form.title()).isEmpty() || said(form.title()).length() > LONGEST_TITLE) {
            wrong.put("title", "TITLE");
        }
        if (map.place(said(form.place())).isEmpty()) {
            wrong.put("place", "PLACE");
        }
        unless(named(BallotKind.values(), form.kind()), "kind", "KIND", wrong);
        unless(named(Voice.values(), form.voice()), "voice", "VOICE", wrong);
        unless(Rule.named(said(form.rule())), "rule", "RULE_FOR_SEATS", wrong);
        unless(completion(), "completion", "COMPLETION_UNKNOWN", wrong);
        unless(Level.named(said(form.level())), "level", "LEVEL", wrong);
        if (!UNITS.contains(said(form.unit()))) {
            wrong.put("unit", "UNIT");
        }
        rules().fault().ifPresent(it -> wrong.putIfAbsent(field(it), it.name()));
        conditions().fault().ifPresent(it -> wrong.putIfAbsent(field(it), it.name()));
        lengths(wrong);
        schedule().fault().ifPresent(it -> wrong.putIfAbsent(field(it), it.name()));
        return wrong;
    }

    Declared declared() {
        return new Declared(key(), said(form.title()), said(form.place()), rules(), conditions(), schedule());
    }

    private static void unless(Optional<?> read, String field, String why, Map<String, String> wrong) {
        if (read.isEmpty()) {
            wrong.put(field, why);
        }
    }

    private void lengths(Map<String, String> wrong) {
        var all = Map.of(
                "announce",
                announced(),
                "collect",
                length(form.collect()),
                "review",
                length(form.review()),
                "vote",
                length(form.vote()),
                "object",
                length(form.object()));
        all.forEach((field, length) -> {
            if (length < 0 || length > LONGEST) {
                wrong.put(field, "LENGTH");
            }
        });
    }

    private static String field(Rules.Fault fault) {
        return switch (fault) {
            case BUDGET -> "budget";
            case MOST -> "most";
            case KNAPSACK -> "knapsack";
            case RULE_FOR_SEATS, RULE_FOR_APPROVAL -> "rule";
            case COMPLETION -> "completion";
            case SEED -> "seed";
        };
    }

    private static String field(Conditions.Fault fault) {
        return switch (fault) {
            case AGE -> "age";
            case SUPPORTERS -> "supporters";
            case STREET_SUPPORTERS -> "street";
        };
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

    private Rules rules() {
        return new Rules(
                number(form.budget(), 12),
                named(BallotKind.values(), form.kind()).orElse(BallotKind.SEVERAL),
                (int) number(form.most(), 6),
                form.knapsack() != null,
                Rule.named(said(form.rule())).orElse(Rule.EQUAL_SHARES),
                completion().orElse(Completion.NONE),
                said(form.seed()),
                Level.named(said(form.level())).orElse(Level.BALLOTS));
    }

    private Conditions conditions() {
        return new Conditions(
                named(Voice.values(), form.voice()).orElse(Voice.PERSON),
                said(form.age()).isEmpty() ? 0 : (int) number(form.age(), 6),
                (int) number(form.supporters(), 6),
                said(form.street()).isEmpty() ? 0 : (int) number(form.street(), 6));
    }

    private Optional<Completion> completion() {
        return Arrays.stream(Completion.values())
                .filter(it -> it.word().equals(form.completion()))
                .findFirst();
    }

    private Schedule schedule() {
        var begun = now.plus(lasts(announced()));
        var collected = begun.plus(lasts(form.collect()));
        var reviewed = collected.plus(lasts(form.review()));
        var voted = reviewed.plus(lasts(form.vote()));
        return new Schedule(now, begun, collected, reviewed, voted, voted.plus(lasts(form.object())));
    }

    /// Nothing said: it collects at once.
    private int announced() {
        return said(form.announce()).isEmpty() ? 0 : length(form.announce());
    }

    private Duration lasts(@Nullable String many) {
        return lasts(length(many));
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

    /// -1 for what is no whole number, or has more digits.
    private static long number(@Nullable String typed, int digits) {
        String bare = said(typed).replaceAll("[,，\\s]", "");
        return bare.matches("\\d{1," + digits + "}") ? Long.parseLong(bare) : -1;
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, @Nullable String name) {
        return Arrays.stream(all).filter(it -> it.name().equals(name)).findFirst();
    }

    private UUID key() {
        try {
            return form.id() == null ? UUID.randomUUID() : UUID.fromString(form.id());
        } catch (IllegalArgumentException typed) {
            return UUID.randomUUID();
        }
    }
}
