package org.linli.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.words.Folder;
import org.linli.understanding.examples.Example;
import org.linli.understanding.examples.Examples;

/// Unseen examples are understood nearly as well when they come disfigured: at most three points less.
@Tag("long")
class RobustnessIT {

    private static final double POINTS = 0.03;
    private static final List<Example> UNSEEN = new ArrayList<>();

    private static IntentModel model;
    private static Map<String, UnaryOperator<String>> kinds;
    private static double clean;

    @BeforeAll
    static void learn() throws IOException {
        var examples = new ArrayList<>(
                Examples.read(new Folder("intents").read(".yml")).all());
        Collections.shuffle(examples, new Random(3));
        UNSEEN.addAll(examples.subList(0, examples.size() / 5));
        model = IntentModel.train(examples.subList(examples.size() / 5, examples.size()));
        clean = right(UnaryOperator.identity());
        var noise = new Noise(examples);
        kinds = Map.of(
                "homophones", noise::homophones,
                "slips", noise::slips,
                "traditional", noise::traditional,
                "full-width", noise::fullWidth,
                "letters", noise::letters,
                "emoji", noise::emoji,
                "repeated", noise::repeated,
                "voice", noise::voice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"homophones", "slips", "traditional", "full-width", "letters", "emoji", "repeated", "voice"})
    void littleIsLost(String kind) {
        double disfigured = right(Objects.requireNonNull(kinds.get(kind)));
        assertThat(clean - disfigured)
                .as("%s: %.4f instead of %.4f", kind, disfigured, clean)
                .isLessThanOrEqualTo(POINTS);
    }

    private static double right(UnaryOperator<String> said) {
        long right = UNSEEN.stream()
                .filter(it -> model.rank(said.apply(it.text()), false)
                        .getFirst()
                        .intent()
                        .label()
                        .equals(it.label()))
                .count();
        return (double) right / UNSEEN.size();
    }
}
