package org.linli.dialogue;

import java.util.List;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understanding;

/// "物业费怎么交" has a plain answer and tells of no trouble, though it names what others complain of.
final class RatherAQuestion {

    private static final Intent QUESTION = new Intent("ask.office");

    /// From here on whoever asks where to go for it reports it as well.
    private static final double PLAIN = 0.8;

    private RatherAQuestion() {}

    /// What was understood, or the likeliest question.
    static Understanding of(String words, Understanding meant) {
        return isTrouble(meant) && meant.confidence() < PLAIN && Phrases.asksToKnow(words) ? asked(meant) : meant;
    }

    private static boolean isTrouble(Understanding meant) {
        return meant.intent().act().equals("report");
    }

    private static Understanding asked(Understanding meant) {
        var question = meant.ranking().stream()
                .map(Ranked::intent)
                .filter(it -> it.act().equals("ask"))
                .findFirst()
                .orElse(QUESTION);
        var others = meant.ranking().stream()
                .filter(it -> it.intent().act().equals("ask"))
                .toList();
        return new Understanding(
                question,
                Scene.SURE,
                others.isEmpty() ? List.of(new Ranked(question, Scene.SURE)) : others,
                meant.entities(),
                meant.danger());
    }
}
