package org.linli.dialogue;

import java.util.regex.Pattern;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understanding;

/// Hears whether somebody needs help at once.
///
/// Among neighbours an emergency has bars of its own, however reserved we are there otherwise: not to hear a cry for
/// help is worse than to ask once too often. They are fitted to guesses of unseen examples: six of seven emergencies
/// reach them, and one in 190 of our chatter, half of which was written to be mistaken.
record CryForHelp(Scene scene) {

    private static final double WITHOUT_A_WORD_OF_DANGER = 0.9;
    private static final double WITH_A_WORD_OF_DANGER = 0.5;
    private static final double SURE_OF_A_PART = 0.9;
    private static final int MOST_PARTS = 6;
    private static final int LONG = 12;
    private static final Pattern STOPS = Pattern.compile("[。！？!?；;\\n，,]+");

    boolean isIn(String words) {
        return !scene.isCommand(words) && (isWhole(words) || words.length() > LONG && isPart(words));
    }

    private boolean isWhole(String words) {
        var meant = scene.understood(words);
        return scene.addressed()
                ? meant.intent().equals(Intent.EMERGENCY) && scene.concernsUs(meant)
                : mayBeHeard() && confidence(meant) >= bar(words);
    }

    private boolean isPart(String words) {
        return mayBeHeard()
                && STOPS.splitAsStream(words)
                        .limit(MOST_PARTS)
                        .filter(part -> part.length() < words.length())
                        .map(scene::wanted)
                        .anyMatch(it -> it.intent().equals(Intent.EMERGENCY) && it.confidence() >= SURE_OF_A_PART);
    }

    private static double bar(String words) {
        return Danger.in(words) == Danger.OTHER ? WITHOUT_A_WORD_OF_DANGER : WITH_A_WORD_OF_DANGER;
    }

    /// Also where something else seems likelier.
    private static double confidence(Understanding meant) {
        return meant.ranking().stream()
                .filter(it -> it.intent().equals(Intent.EMERGENCY))
                .mapToDouble(Ranked::confidence)
                .findFirst()
                .orElse(0);
    }

    /// What staff says among neighbours is not for us unless they call us.
    private boolean mayBeHeard() {
        return scene.addressed() || scene.speaker().staff() == null;
    }
}
