package org.linli.dialogue;

import java.util.Optional;
import java.util.function.Function;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understanding;

/// Who writes to the service alone mostly wants something: what there may be a matter as well as small talk is taken
/// for
/// the matter, whose place is then asked for. Among neighbours the same words may well be small talk.
///
/// @param understand the words as said in private
record RatherAMatter(Function<String, Understanding> understand) {

    /// From here on small talk is small talk.
    private static final double SURELY_CHATTER = 0.8;

    /// How likely the matter has to be.
    private static final double LIKELY = 0.2;

    /// What an alarm needs besides the likelihood of its words.
    private static final double DANGER = 0.6;

    /// What was understood, or the matter that it may be just as well.
    Understanding of(String words) {
        var meant = understand.apply(words);
        if (!meant.intent().equals(Intent.CHATTER)) {
            return meant;
        }
        return alone(words)
                .or(() -> meant.confidence() < SURELY_CHATTER ? second(meant) : Optional.empty())
                .map(it -> new Understanding(
                        it.intent(), it.confidence(), meant.ranking(), meant.entities(), meant.danger()))
                .orElse(meant);
    }

    /// "我家也停水了" says nothing else than "我家停水了" where nobody said it before.
    private Optional<Ranked> alone(String words) {
        int also = words.indexOf('也');
        if (also < 1 || !Phrases.saysHome(words.substring(0, also)) || isQuestion(words)) {
            return Optional.empty();
        }
        var meant = understand.apply(words.substring(0, also) + words.substring(also + 1));
        return Optional.of(new Ranked(meant.intent(), meant.confidence()))
                .filter(it -> it.intent().opensCase() && it.confidence() >= Scene.SURE);
    }

    private static boolean isQuestion(String words) {
        return words.matches("(?s).*(?:[?？吗呢]|不是)[\\s。.!！]*");
    }

    private static Optional<Ranked> second(Understanding meant) {
        return meant.ranking().stream()
                .filter(it -> it.intent().opensCase() && it.confidence() >= LIKELY)
                .filter(it -> !it.intent().equals(Intent.EMERGENCY) || meant.danger() >= DANGER)
                .map(it -> new Ranked(it.intent(), Math.max(it.confidence(), Scene.LEAST)))
                .findFirst();
    }
}
