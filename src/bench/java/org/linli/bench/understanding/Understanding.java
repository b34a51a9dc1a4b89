package org.linli.bench.understanding;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.linli.platform.words.Folder;
import org.linli.understanding.Entities;
import org.linli.understanding.Ranked;
import org.linli.understanding.entities.FindEntities;
import org.linli.understanding.examples.Example;
import org.linli.understanding.examples.Examples;
import org.linli.understanding.opennlp.IntentModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// How long a message takes to understand, beside OpenNLP's document categorizer with its default features, trainer and
/// settings on the same examples. On one core: `mvn -Pbench verify -Dbench.main=org.linli.bench.understanding.Understanding`.
///
/// Two tables: the throughput in messages a second, and samples in microseconds with the slowest hundredth. `-prof gc` among the arguments tells
/// what is thrown away.
@State(Scope.Benchmark)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class Understanding {

    private static final LocalDateTime NOW = LocalDateTime.parse("2026-06-10T15:00");

    private List<String> messages = List.of();
    private int next;
    private IntentModel ours;
    private DocumentCategorizerME plain;

    /// Learns from the examples in `intents/`, whose texts are also what is asked.
    @Setup
    public void learn() throws IOException {
        var examples = Examples.read(new Folder("intents").readWhole(".yml")).all();
        messages = examples.stream().map(Example::text).toList();
        ours = IntentModel.train(examples);
        plain = new DocumentCategorizerME(plain(examples));
    }

    @Benchmark
    public List<Ranked> label() {
        return ours.rank(message(), true);
    }

    @Benchmark
    public Entities entities() {
        return FindEntities.in(message(), NOW);
    }

    @Benchmark
    public int labelWithEntities() {
        String message = message();
        return ours.rank(message, true).size() + FindEntities.in(message, NOW).hashCode();
    }

    @Benchmark
    public double[] plainOpenNlp() {
        return plain.categorize(message().split("\\s+"));
    }

    /// @param args of JMH, like `-prof gc`
    public static void main(String[] args) throws Exception {
        var typed = new CommandLineOptions(args);
        run(typed, Mode.Throughput, TimeUnit.SECONDS);
        run(typed, Mode.SampleTime, TimeUnit.MICROSECONDS);
    }

    /// Each in the unit in which its numbers can be read: a sample is some millionths of a second.
    private static void run(Options typed, Mode mode, TimeUnit unit) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .parent(typed)
                        .include(Understanding.class.getSimpleName() + "\\.")
                        .mode(mode)
                        .timeUnit(unit)
                        .build())
                .run();
    }

    private String message() {
        next = next + 1 < messages.size() ? next + 1 : 0;
        return messages.get(next);
    }

    private static DoccatModel plain(List<Example> examples) throws IOException {
        var samples = examples.stream()
                .map(it -> new DocumentSample(it.label(), it.text().split("\\s+")))
                .toList();
        return DocumentCategorizerME.train(
                "zh",
                ObjectStreamUtils.createObjectStream(samples),
                TrainingParameters.defaultParams(),
                new DoccatFactory());
    }
}
