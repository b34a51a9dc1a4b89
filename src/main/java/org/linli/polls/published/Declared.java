package org.linli.polls.published;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings;
import org.linli.polls.counting.TieOrder;
import org.linli.polls.counting.Utility;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Hash;
import org.linli.polls.log.Level;

/// What was said before anybody voted. Its hash is the first entry of the log, so it cannot be said otherwise
/// afterwards.
///
/// @param poll name of the log too: no spaces, no `+`
/// @param level how much is published
/// @param fewest of fewer ballots than that, sums alone are published, whatever the level
/// @param bounds what else the rule keeps to
public record Declared(String poll, Level level, long fewest, Rule rule, Settings settings, Bounds bounds) {

    /// @param threshold see [Election.Scales]; `null`: what the election itself says
    /// @param seats how many [Rule#STV] may choose; 0: what the election itself says
    public record Bounds(@Nullable BigDecimal threshold, int seats) {

        public static final Bounds NONE = new Bounds(null, 0);

        /// The election as it is counted.
        public Election on(Election it) {
            var scales = it.scales();
            return new Election(
                    it.projects(),
                    it.budget(),
                    seats > 0 ? seats : it.seats(),
                    it.ballots(),
                    it.limits(),
                    threshold == null
                            ? scales
                            : new Election.Scales(scales.money(), scales.points(), scales.unrankedLast(), threshold));
        }

        private List<String> lines() {
            var lines = new ArrayList<String>();
            if (threshold != null) {
                lines.add("threshold;" + threshold.toPlainString());
            }
            if (seats > 0) {
                lines.add("seats;" + seats);
            }
            return lines;
        }

        private static Bounds read(Map<String, String> said) {
            String threshold = said.get("threshold");
            return new Bounds(
                    threshold == null ? null : new BigDecimal(threshold),
                    Integer.parseInt(said.getOrDefault("seats", "0")));
        }
    }

    /// With nothing else to keep to.
    public Declared(String poll, Level level, long fewest, Rule rule, Settings settings) {
        this(poll, level, fewest, rule, settings, Bounds.NONE);
    }

    /// At this level, however few ballots there are: for elections that are public already.
    public Declared(String poll, Level level, Rule rule, Settings settings) {
        this(poll, level, 0, rule, settings);
    }

    /// What so many ballots are published at.
    public Level shown(long ballots) {
        return ballots < fewest ? Level.TALLIES : level;
    }

    /// One `key;value` a line.
    public List<String> lines() {
        var said = List.of(
                "poll;" + poll,
                "level;" + level.word(),
                "fewest;" + fewest,
                "rule;" + rule.word(),
                "utility;" + settings.utility().word(),
                "completion;" + settings.completion().word(),
                "start;" + settings.start().word(),
                "exhaustive;" + settings.exhaustive(),
                "comparison;" + settings.comparison(),
                "increment;" + settings.increment(),
                "tie;" + settings.ties().written());
        return Stream.concat(said.stream(), bounds.lines().stream()).toList();
    }

    public Entry entry() {
        return new Entry(Entry.Kind.RULES, Hash.of(String.join("\n", lines())));
    }

    /// Throws `IllegalArgumentException` where something is missing or unknown.
    public static Declared read(List<String> lines) {
        var said = new HashMap<String, String>();
        lines.forEach(it -> said.put(it.replaceFirst(";.*", ""), it.replaceFirst("[^;]*;?", "")));
        var settings = new Settings(
                chosen(said, "utility", Utility.values(), Utility::word),
                chosen(said, "completion", Completion.values(), Completion::word),
                chosen(said, "start", Settings.Start.values(), Settings.Start::word),
                said(said, "exhaustive").equals("true"),
                said(said, "comparison").equals("true"),
                Long.parseLong(said(said, "increment")),
                TieOrder.read(said(said, "tie")));
        return new Declared(
                said(said, "poll"),
                chosen(said, "level", Level.values(), Level::word),
                Long.parseLong(said(said, "fewest")),
                chosen(said, "rule", Rule.values(), Rule::word),
                settings,
                Bounds.read(said));
    }

    private static String said(Map<String, String> said, String key) {
        String value = said.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no '%s' was declared".formatted(key));
        }
        return value;
    }

    private static <T> T chosen(Map<String, String> said, String key, T[] values, Function<T, String> word) {
        String value = said(said, key);
        return Arrays.stream(values)
                .filter(it -> word.apply(it).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s '%s' is unknown".formatted(key, value)));
    }
}
