package org.linli.dialogue.danger;

import java.util.regex.Pattern;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.talk.Danger;
import org.linli.understanding.Clauses;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understanding;

/// Hears whether somebody needs help at once.
///
/// Among neighbours an emergency has a bar of its own ([Understanding#ALARM]), however reserved we are there otherwise:
/// not to hear a cry for help is worse than to ask once too often. How many are heard, how often chatter is taken for
/// one and why the bar is there, say `CryForHelpIT` and ADR 92.
public record CryForHelp(Scene scene) {

    private static final double SURE_ENOUGH = Understanding.ALARM;

    /// Of a danger that nobody doubts, so much of the words has to be a cry. Below it are reports of what may become
    /// one, like an e-bike that is charged in the stairway.
    private static final double LIKELY = 0.3;
    private static final double BEYOND_DOUBT = 0.94;

    private static final Pattern PARTS = Pattern.compile("[\\s\\p{P}]+");
    private static final int MOST_PARTS = 6;

    public boolean isIn(String words) {
        String told = scene.told(words);
        return !scene.isCommand(words) && (isWhole(told) || isPart(told) || mayBeHeard() && ViolenceNow.isSaid(words));
    }

    private boolean isWhole(String words) {
        var meant = scene.understood(words);
        return scene.addressed()
                ? isMeant(meant) || soundsLikeIt(meant)
                : mayBeHeard() && meant.danger() >= SURE_ENOUGH && !isSurelyElse(scene.wanted(words));
    }

    private boolean isMeant(Understanding meant) {
        return meant.intent().equals(Intent.EMERGENCY) && scene.concernsUs(meant) && isNoGuess(meant);
    }

    /// "电线掉地上了" is rather a report, and nothing that waits for a place.
    private static boolean soundsLikeIt(Understanding meant) {
        return meant.danger() >= BEYOND_DOUBT && meant.confidence() < SURE_ENOUGH && mayBeIt(meant);
    }

    private static boolean mayBeIt(Understanding meant) {
        return meant.ranking().stream()
                .anyMatch(it -> it.intent().equals(Intent.EMERGENCY) && it.confidence() >= LIKELY);
    }

    /// In words that nobody has taught, emergency may be the likeliest label and no danger.
    private static boolean isNoGuess(Understanding meant) {
        return meant.confidence() >= Scene.SURE || meant.danger() >= Scene.SURE;
    }

    /// 吵死了 sounds like danger and is noise, of which nothing else leaves a doubt. That 「@张姐 着火了」 is said to a
    /// neighbour is none.
    private static boolean isSurelyElse(Ranked meant) {
        return !meant.intent().equals(Intent.EMERGENCY) && meant.confidence() >= SURE_ENOUGH;
    }

    /// A call between other clauses. Of our chatter, one message in 2,000 has such a part.
    private boolean isPart(String words) {
        return mayBeHeard()
                && (Clauses.of(words)
                                .map(scene::wanted)
                                .anyMatch(it -> it.intent().equals(Intent.EMERGENCY) && it.confidence() >= SURE_ENOUGH)
                        || scene.addressed() && soundsLikeItBesides(words));
    }

    /// "电线掉地上了 供电局电话是多少": what is asked besides takes nothing from the danger, and what drove somebody so far
    /// takes nothing from "真想跳下去".
    private boolean soundsLikeItBesides(String words) {
        return (Phrases.asksToKnow(words) || Danger.in(words) == Danger.SUICIDE)
                && PARTS.splitAsStream(words)
                        .limit(MOST_PARTS)
                        .map(scene::understood)
                        .anyMatch(it -> soundsLikeIt(it)
                                || it.intent().equals(Intent.EMERGENCY) && it.confidence() >= SURE_ENOUGH);
    }

    /// What staff says among neighbours is not for us unless they call us.
    private boolean mayBeHeard() {
        return scene.addressed() || scene.speaker().staff() == null;
    }
}
