package org.linli.understanding.command;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.linli.platform.console.WrongArguments;
import org.linli.understanding.examples.BrokenExamples;
import org.linli.understanding.examples.Example;
import org.linli.understanding.opennlp.IntentModel;
import org.linli.understanding.opennlp.Scope;

/// Learns from one file and guesses another, with the same features and settings as our own labels.
///
/// @param outside the label of messages that have no other, or empty
record TrainAndTest(String outside) {

    List<Guess> run(List<Example> seen, List<Example> unseen) throws IOException {
        check(seen, unseen);
        var model = IntentModel.train(seen, new Scope(outside), share -> {});
        return unseen.stream().map(it -> guess(it, model)).toList();
    }

    private Guess guess(Example it, IntentModel model) {
        var ranking = model.rank(it.text(), false);
        return outside.equals(Scope.NEIGHBOURS.outside()) ? Guess.of(it, model) : new Guess(it, ranking, ranking, 0);
    }

    private void check(List<Example> seen, List<Example> unseen) {
        if (seen.stream().map(Example::label).distinct().count() < 2) {
            throw broken(seen, "fewer than two labels to learn, expected at least two");
        }
        boolean known = outside.isEmpty()
                || Stream.concat(seen.stream(), unseen.stream())
                        .anyMatch(it -> it.label().equals(outside));
        if (!known) {
            throw new WrongArguments("--out-of-scope '%s' is a label in neither file".formatted(outside));
        }
    }

    private static BrokenExamples broken(List<Example> seen, String fault) {
        return new BrokenExamples(List.of(seen.getFirst().file() + ": " + fault));
    }
}
