package org.linli.bench.counting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Outcome;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings;
import org.linli.polls.counting.Utility;
import org.linli.polls.files.ReadElection;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// How long real elections take to count, beside pabutools 1.2.3:
/// `mvn -Pbench verify -Dbench.main=org.linli.bench.counting.Counting`.
///
/// Needs the published elections in `../shared/polls`. The last table is the ratio to what `RULES.md` there says pabutools
/// took; its seconds were measured on another day and machine, so only large ratios mean something.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class Counting {

    private static final Path FOLDER = Path.of("../shared/polls/elections");

    /// Seconds of pabutools: greedy, Phragmén, Equal Shares; of an exact program of another hand: with add1.
    private static final Map<String, List<Double>> THEIRS = Map.of(
            "Poland_Swiecie_2023", List.of(0.026, 0.017, 0.040, 0.87),
            "Poland_Wieliczka_2023_Green_Budget", List.of(0.17, 0.14, 0.12, 2.5),
            "Poland_Warszawa_2026", List.of(10.7, 11.8, 9.2, 0.0),
            "Poland_Lodz_2022", List.of(9.8, 6.9, 6.5, 23.8),
            "Poland_Wroclaw_2015_150_-_500", List.of(0.06, 0.01, 0.04, 0.3));

    @Param({
        "Poland_Swiecie_2023",
        "Poland_Wieliczka_2023_Green_Budget",
        "Poland_Warszawa_2026",
        "Poland_Lodz_2022",
        "Poland_Wroclaw_2015_150_-_500"
    })
    public String file = "";

    private Election election = Election.of(List.of(), 1, List.of());
    private Settings settings = Settings.usual(election);

    @Setup
    public void read() throws IOException {
        election = ReadElection.from(FOLDER.resolve(file + ".pb"));
        settings = Settings.usual(election);
    }

    @Benchmark
    public Outcome greedy() {
        return Rule.GREEDY.count(election, settings);
    }

    @Benchmark
    public Outcome phragmen() {
        return Rule.PHRAGMEN.count(election, settings);
    }

    @Benchmark
    public Outcome shares() {
        return Rule.EQUAL_SHARES.count(election, settings);
    }

    @Benchmark
    public Outcome sharesCardinality() {
        return Rule.EQUAL_SHARES.count(election, with(Utility.CARDINALITY, Completion.NONE, Settings.Start.EXACT));
    }

    @Benchmark
    public Outcome greedyVotesPerCost() {
        return Rule.GREEDY.count(election, with(Utility.CARDINALITY, Completion.NONE, Settings.Start.EXACT));
    }

    @Benchmark
    public Outcome greedyNoSkip() {
        return Rule.GREEDY_NO_SKIP.count(election, settings);
    }

    @Benchmark
    public Outcome sharesUtilitarian() {
        return Rule.EQUAL_SHARES.count(
                election, with(settings.utility(), Completion.UTILITARIAN, Settings.Start.EXACT));
    }

    /// With the exact linear scan that Wieliczka's winners come from.
    @Benchmark
    public Outcome sharesAdd1() {
        return Rule.EQUAL_SHARES.count(election, with(settings.utility(), Completion.ADD1, Settings.Start.FLOOR));
    }

    private Settings with(Utility utility, Completion completion, Settings.Start start) {
        return new Settings(utility, completion, start, false, false, 1, settings.ties());
    }

    /// @param args of JMH, like `-p file=Poland_Lodz_2022`
    public static void main(String[] args) throws Exception {
        var options = new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .include(Counting.class.getName() + "\\.")
                .build();
        var results = new Runner(options).run();
        System.out.printf("%-40s %-12s %12s %10s%n", "election", "rule", "ms", "x faster");
        results.forEach(Counting::print);
    }

    private static void print(RunResult result) {
        String file = result.getParams().getParam("file");
        String benchmark = result.getParams().getBenchmark();
        String rule = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        double ours = result.getPrimaryResult().getScore();
        int column = List.of("greedy", "phragmen", "shares", "sharesAdd1").indexOf(rule);
        double theirs = column < 0 ? 0 : THEIRS.getOrDefault(file, List.of(0.0, 0.0, 0.0, 0.0)).get(column);
        String ratio = theirs == 0 ? "" : "%.1f".formatted(1000 * theirs / ours);
        System.out.printf(Locale.ROOT, "%-40s %-12s %12.2f %10s%n", file, rule, ours, ratio);
    }
}
