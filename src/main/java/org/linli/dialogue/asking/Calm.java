package org.linli.dialogue.asking;

import java.util.Optional;
import java.util.Set;
import org.linli.dialogue.Need;
import org.linli.dialogue.phrases.Curses;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Form;
import org.linli.dialogue.talk.Gathered;
import org.linli.dialogue.talk.Question;
import org.linli.understanding.Understanding;

/// Answers swearing. Whoever swears has a reason, and may say what it is, or speak to a person.
public record Calm(Scene scene) {

    private static final Set<String> SMALL_TALK = Set.of("chatter", "greet", "praise");

    /// Empty where it was not said to us, or something is told besides.
    public Optional<Turn> answer(Turn turn, String words, Understanding meant) {
        return scene.addressed() && isOnlyAngry(words, meant) ? Optional.of(calmed(turn)) : Optional.empty();
    }

    private static boolean isOnlyAngry(String words, Understanding meant) {
        boolean tells = !SMALL_TALK.contains(meant.intent().act());
        return Curses.areAll(words) || Curses.areIn(words) && !tells && !Phrases.isThanks(words);
    }

    private Turn calmed(Turn turn) {
        var form = Form.of(Gathered.of(scene.key()).showing(turn.next().pictures()))
                .asking(Question.about(Need.WORDS, scene.now()));
        return turn.with(turn.next().opening(form)).say("calmed");
    }
}
