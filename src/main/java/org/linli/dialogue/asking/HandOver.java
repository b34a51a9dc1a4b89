package org.linli.dialogue.asking;

import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import org.linli.dialogue.Line;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.HandedOver;

/// Calls a person into the talk, and says so honestly.
public record HandOver(Scene scene) {

    /// Somebody wants a person.
    public Turn wanted(Turn turn, String words) {
        return called(turn, HandedOver.Reason.WANTED, "handed-over", words);
    }

    /// We did not understand the answer to the same question twice.
    Turn stuck(Turn turn) {
        String words = turn.next()
                .top()
                .map(it -> String.join("\n", it.gathered().words()))
                .orElse("");
        return called(turn, HandedOver.Reason.STUCK, "handed-over-stuck", withLines(turn.next(), words));
    }

    /// Nobody here can answer it but staff. We go on listening meanwhile.
    public Turn question(Turn turn, String words, String template) {
        var talk = turn.next().handingOver(HandedOver.Reason.QUESTION, scene.now());
        return turn.with(talk).say(template).thenAll(new TellStaff(scene).wanted(HandedOver.Reason.QUESTION, words));
    }

    private Turn called(Turn turn, HandedOver.Reason reason, String template, String words) {
        var talk = turn.next().handedBack().handingOver(reason, scene.now());
        return turn.with(talk).say(template).thenAll(new TellStaff(scene).wanted(reason, words));
    }

    /// What was said so far, once each, so that nobody has to say it again.
    private static String withLines(Conversation talk, String words) {
        return talk.lines().stream()
                .map(Line::words)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(
                                () -> new LinkedHashSet<>(words.lines().toList())),
                        lines -> String.join("\n", lines)));
    }
}
