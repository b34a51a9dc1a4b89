package org.linli.dialogue.deciding;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.talk.Done;
import org.linli.understanding.Intent;
import org.linli.understanding.Understanding;

/// Hears what is said of something that was told before, and would mean something else by itself: more of it, another
/// thing than was told, how far it is.
///
/// @param done what was completed last; `null` where nothing was
record OfWhatWasDone(Scene scene, @Nullable Done done) {

    private static final Intent ADDITION = new Intent("case.add");
    private static final Intent PROGRESS = new Intent("case.progress");

    /// "什么时候来水", a moment after it was reported: no notice is asked for, and nothing is reported anew.
    private static final Set<String> ASKED_AFTER_A_REPORT = Set.of("report", "emergency", "help", "chatter", "ask");

    /// From here on whoever asks whether it is mended reports it as well.
    private static final double PLAIN = 0.8;

    /// What is to be done then. Empty where the words stand for themselves.
    Optional<Intent> meant(String words, Understanding meant) {
        if (done != null && continues(done, words)) {
            return Optional.of(new Intent(done.label()));
        }
        if (scene.addressed() && isQuestionOfProgress(words, meant)) {
            return Optional.of(PROGRESS);
        }
        return corrects(words, meant) || new MoreOfTheSame(scene).is(words, meant, done)
                ? Optional.of(ADDITION)
                : Optional.empty();
    }

    private boolean continues(Done last, String words) {
        return scene.addressed()
                && last.isFresh(scene.now())
                && scene.skills()
                        .serving(new Intent(last.label()))
                        .filter(it -> it.continues(words))
                        .isPresent();
    }

    /// "三单元那个灯修了没？" names the trouble once more, and reports nothing.
    private boolean isQuestionOfProgress(String words, Understanding meant) {
        boolean mayBe = meant.intent().opensCase() && meant.confidence() < PLAIN || isOfWhatWasJustReported(meant);
        return mayBe
                && (Phrases.asksHowFar(words)
                        || Phrases.asksWhen(words) && !meant.entities().namesPlace())
                && scene.skills().serving(PROGRESS).isPresent();
    }

    private boolean isOfWhatWasJustReported(Understanding meant) {
        return done != null
                && wasJustReported(done)
                && ASKED_AFTER_A_REPORT.contains(meant.intent().act())
                && (!meant.entities().namesPlace() || meant.intent().label().equals(done.label()));
    }

    /// "不是电梯，是门禁": of what was just reported, though nobody would know it from the words alone.
    private boolean corrects(String words, Understanding meant) {
        boolean vague = meant.intent().act().equals("chatter") || meant.confidence() < Scene.SURE;
        return scene.addressed()
                && vague
                && done != null
                && wasJustReported(done)
                && Phrases.takesBack(words)
                && scene.skills().serving(ADDITION).isPresent();
    }

    private boolean wasJustReported(Done last) {
        return last.isOfCase() && last.isFresh(scene.now());
    }
}
