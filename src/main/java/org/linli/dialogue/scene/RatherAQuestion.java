package org.linli.dialogue.scene;

import org.linli.dialogue.phrases.Phrases;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understanding;

/// "物业费怎么交" has a plain answer and tells of no trouble, though it names what others complain of.
public final class RatherAQuestion {

    private static final Intent QUESTION = new Intent("ask.office");

    /// From here on whoever asks where to go for it reports it as well.
    private static final double PLAIN = 0.8;

    /// From here on whoever asks for a number is in danger.
    private static final double DANGER = 0.6;

    private RatherAQuestion() {}

    /// What was understood, or the likeliest question.
    public static Understanding of(String words, Understanding meant) {
        boolean asks = Phrases.asksToKnow(words) && !Phrases.saysWhatIsWrong(words);
        return asks && isTrouble(meant) && meant.confidence() < PLAIN ? asked(meant) : meant;
    }

    private static boolean isTrouble(Understanding meant) {
        return meant.intent().act().equals("report") && meant.danger() < DANGER;
    }

    private static Understanding asked(Understanding meant) {
        var question = meant.ranking().stream()
                .map(Ranked::intent)
                .filter(it -> it.act().equals("ask"))
                .findFirst()
                .orElse(QUESTION);
        return new Understanding(question, Scene.SURE, meant.ranking(), meant.entities(), meant.danger());
    }
}
