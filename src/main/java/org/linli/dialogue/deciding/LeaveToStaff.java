package org.linli.dialogue.deciding;

import java.util.List;
import org.linli.dialogue.LearningRefused;
import org.linli.dialogue.asking.HandOver;
import org.linli.dialogue.asking.TellStaff;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Gathered;
import org.linli.understanding.Intent;

/// Tells staff what nobody but they can do, and says so.
record LeaveToStaff(Scene scene) {

    private static final Intent QUESTION = new Intent("ask.office");

    /// What no skill serves.
    Turn unserved(Turn turn, String words, Intent intent) {
        String kept = scene.kept(words);
        return switch (intent.label()) {
            case "praise" -> turn.say("praised").thenAll(new TellStaff(scene).praised(kept));
            case "suggest" -> left(turn, kept, intent, "suggestion-passed-on");
            case "account.unsubscribe" -> new HandOver(scene).question(turn.then(refusal()), kept, "unsubscribed");
            default -> left(turn, kept, intent, "passed-on");
        };
    }

    Turn question(Turn turn, String words) {
        return left(turn, scene.kept(words), QUESTION, "passed-on");
    }

    private Turn left(Turn turn, String kept, Intent intent, String template) {
        return new HandOver(scene).question(turn.thenAll(leftOpen(kept, intent)), kept, template);
    }

    private List<Act.Learn> leftOpen(String kept, Intent intent) {
        var request = Gathered.of(scene.key())
                .about(intent)
                .saying(kept)
                .request(intent, scene.speaker(), scene.map(), scene.at());
        return scene.skills().leftOpen(request);
    }

    /// Whoever wants to be left alone is not learnt from either.
    private Act refusal() {
        return new Act.Learn(
                new LearningRefused(scene.speaker().community(), scene.speaker().address(), scene.now()));
    }
}
