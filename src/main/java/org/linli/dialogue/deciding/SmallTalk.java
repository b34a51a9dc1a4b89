package org.linli.dialogue.deciding;

import java.time.Duration;
import java.util.Map;
import org.linli.dialogue.asking.Advance;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.phrases.Words;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.understanding.Intent;

/// Answers what asks for nothing that is done here, kindly and in a sentence, then goes on with what waits. What is
/// rather a question goes to staff.
record SmallTalk(Scene scene) {

    /// Below it a question may be more than small talk.
    private static final double SURELY = 0.6;

    private static final Duration QUESTION_GOES_ON = Duration.ofMinutes(10);

    Turn answer(Turn turn, String words, Intent intent) {
        if (isNod(words) && turn.next().lines().size() > 1 && !Phrases.asksToKnow(words)) {
            // "好的" to what we told needs no answer
            return turn;
        }
        var answered = isRatherAQuestion(words) || isOfQuestion(turn.next(), words)
                ? new LeaveToStaff(scene).question(turn, words)
                : turn.say(
                        template(words, intent), Map.of("community", scene.map().name()));
        return new Advance(scene).from(answered);
    }

    private static boolean isNod(String words) {
        return !Phrases.isThanks(words) && (Phrases.isPatience(words) || Phrases.isYes(words));
    }

    /// "能带孙子吗" is no greeting.
    private boolean isRatherAQuestion(String words) {
        return Phrases.asksToKnow(words)
                || scene.understood(words).confidence() < SURELY && Phrases.endsAsQuestion(words);
    }

    /// "周六下午", after a booking that was passed on.
    private boolean isOfQuestion(Conversation talk, String words) {
        var asked = talk.handedOver();
        return asked != null
                && asked.at().plus(QUESTION_GOES_ON).isAfter(scene.now())
                && scene.understood(words).entities().time() != null;
    }

    private String template(String words, Intent intent) {
        boolean thanks = Phrases.isThanks(words);
        return switch (intent.act()) {
            case "greet" -> thanks ? "thanks" : "greeting";
            // whoever says a thing of which nobody knows what it is, is not told that it is small talk
            case "chatter" -> thanks ? "thanks" : isSurely(words) ? "chatter" : "not-understood";
            default -> "not-understood";
        };
    }

    private boolean isSurely(String words) {
        var meant = scene.understood(words);
        return Words.areWordless(words) || !meant.intent().equals(Intent.CHATTER) || meant.confidence() >= Scene.SURE;
    }
}
