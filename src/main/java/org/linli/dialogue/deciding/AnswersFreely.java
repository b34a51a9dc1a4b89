package org.linli.dialogue.deciding;

import org.linli.dialogue.danger.CryForHelp;
import org.linli.dialogue.danger.DangerOver;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Heard;
import org.linli.understanding.Intent;
import org.linli.understanding.Understanding;

/// Whether what somebody says or shows may be the answer to a question that left open what is answered, like one of
/// staff: alone with us, while we ask nothing ourselves, and only what means nothing of its own, or names what we
/// listed.
public record AnswersFreely(Scene scene) {

    public static final Intent ADDITION = new Intent("case.add");

    private static final int LONGEST_NAME = 40;

    public boolean mayBe(Conversation talk) {
        return !scene.inGroup()
                && talk.top().isEmpty()
                && switch (scene.heard()) {
                    case Heard.Said(String words) -> isNothingOfItsOwn(words);
                    case Heard.Shown _ -> !belongsToWhatWasDone(talk);
                    case Heard.Pointed _,
                            Heard.Joined _,
                            Heard.CameBack _,
                            Heard.Unreadable _,
                            Heard.Went _,
                            Heard.Nothing _ -> false;
                };
    }

    /// The name of something that we have just listed, whatever it would mean of its own.
    public boolean mayChoose(Conversation talk) {
        var done = talk.done();
        return !scene.inGroup()
                && talk.top().isEmpty()
                && done != null
                && done.isFresh(scene.now())
                && scene.heard() instanceof Heard.Said(String words)
                && words.length() <= LONGEST_NAME
                && scene.setPhrase(words).isEmpty()
                && !new CryForHelp(scene).isIn(words);
    }

    private boolean isNothingOfItsOwn(String words) {
        return !Phrases.isPatience(words)
                && !DangerOver.isSaid(words)
                && !Phrases.wantsToReport(words)
                && !new CryForHelp(scene).isIn(words)
                && isVague(scene.understood(words));
    }

    private static boolean isVague(Understanding meant) {
        return meant.confidence() < Scene.SURE
                || meant.intent().equals(ADDITION)
                || meant.intent().act().equals("chatter");
    }

    private boolean belongsToWhatWasDone(Conversation talk) {
        var done = talk.done();
        return done != null && done.addition(scene.now()).isPresent();
    }
}
