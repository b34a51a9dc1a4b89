package org.linli.polls.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.linli.platform.console.WrongArguments;
import org.linli.polls.explaining.ExplainLosses;
import org.linli.polls.explaining.LossWords;

/// `polls explain FILE --rule R`: a line for each loser, in Chinese.
record Explain(PrintStream out) {

    void run(List<String> arguments) throws IOException {
        Polls.requireFile(arguments);
        var choices = new Choices(arguments.subList(1, arguments.size()));
        var rule = choices.rule();
        var election = Count.election(arguments.getFirst(), choices);
        var words = new LossWords();
        try {
            var explain = new ExplainLosses(election, rule, choices.settings(election));
            explain.losses().forEach(it -> out.println(words.told(election, it, explain.votes(it.project()))));
        } catch (IllegalArgumentException | ArithmeticException cannot) {
            throw new WrongArguments("'%s' cannot count this: %s".formatted(rule.word(), cannot.getMessage()));
        }
    }
}
