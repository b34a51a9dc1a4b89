package org.linli.polls.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Rule;
import org.linli.polls.log.Level;
import org.linli.polls.rounds.HoldRound.Declared;
import org.linli.polls.rounds.Rules;
import org.linli.polls.rounds.Schedule;

/// What staff declares for a round. Anything may be missing or wrong.
///
/// @param unit    of the four lengths: `DAYS`, `HOURS` or `MINUTES`
/// @param collect how long it collects; then how long is reviewed, voted and objected
record RoundForm(
        @Nullable String id,
        @Nullable String title,
        @Nullable String place,
        @Nullable Long budget,
        @Nullable String kind,
        @Nullable Integer most,
        @Nullable Boolean knapsack,
        @Nullable String voice,
        @Nullable String rule,
        @Nullable String completion,
        @Nullable String seed,
        @Nullable Integer supporters,
        @Nullable String unit,
        @Nullable Integer collect,
        @Nullable Integer review,
        @Nullable Integer vote,
        @Nullable Integer object,
        @Nullable String level) {

    private static final int LONGEST_TITLE = 60;
    private static final int MOST_SUPPORTERS = 1_000;

    static RoundForm empty(UUID id) {
        return new RoundForm(
                id.toString(),
                "",
                "",
                50_000L,
                "SEVERAL",
                5,
                false,
                "PERSON",
                Rule.EQUAL_SHARES.word(),
                Completion.ADD1U.word(),
                id.toString().substring(0, 8),
                3,
                "DAYS",
                14,
                7,
                7,
                7,
                Level.BALLOTS.word());
    }

    /// What is wrong, as a key of what the page says; empty where a round can be opened.
    Optional<String> trouble(CommunityMap map, Instant now) {
        if (said(title).isEmpty() || said(title).length() > LONGEST_TITLE) {
            return Optional.of("TITLE");
        }
        if (map.place(said(place)).isEmpty()) {
            return Optional.of("PLACE");
        }
        if (length(supporters) < 1 || length(supporters) > MOST_SUPPORTERS) {
            return Optional.of("SUPPORTERS");
        }
        if (Rule.named(said(rule)).isEmpty()) {
            return Optional.of("RULE_FOR_SEATS");
        }
        return rules().fault()
                .map(Rules.Fault::name)
                .or(() -> schedule(now).fault().map(Schedule.Fault::name));
    }

    Declared declared(Instant now) {
        return new Declared(
                key(),
                said(title),
                said(place),
                rules(),
                "HOUSEHOLD".equals(voice) ? Voice.HOUSEHOLD : Voice.PERSON,
                length(supporters),
                schedule(now));
    }

    private Rules rules() {
        return new Rules(
                budget == null ? 0 : budget,
                ballot(),
                length(most),
                Boolean.TRUE.equals(knapsack),
                Rule.named(said(rule)).orElse(Rule.EQUAL_SHARES),
                Arrays.stream(Completion.values())
                        .filter(it -> it.word().equals(completion))
                        .findFirst()
                        .orElse(Completion.NONE),
                said(seed),
                Level.named(said(level)).orElse(Level.BALLOTS));
    }

    private BallotKind ballot() {
        return Arrays.stream(BallotKind.values())
                .filter(it -> it.name().equals(kind))
                .findFirst()
                .orElse(BallotKind.SEVERAL);
    }

    private Schedule schedule(Instant now) {
        var collected = now.plus(lasts(collect));
        var reviewed = collected.plus(lasts(review));
        var voted = reviewed.plus(lasts(vote));
        return new Schedule(now, collected, reviewed, voted, voted.plus(lasts(object)));
    }

    private Duration lasts(@Nullable Integer many) {
        int length = Math.clamp(length(many), 0, 366);
        return switch (unit == null ? "" : unit) {
            case "HOURS" -> Duration.ofHours(length);
            case "MINUTES" -> Duration.ofMinutes(length);
            default -> Duration.ofDays(length);
        };
    }

    private UUID key() {
        try {
            return id == null ? UUID.randomUUID() : UUID.fromString(id);
        } catch (IllegalArgumentException typed) {
            return UUID.randomUUID();
        }
    }

    private static int length(@Nullable Integer many) {
        return many == null ? 0 : many;
    }

    private static String said(@Nullable String field) {
        return field == null ? "" : field.replaceAll("[\\p{Cntrl}▸]+", " ").strip();
    }

    @Override
    public String toString() {
        return "RoundForm[]";
    }
}
