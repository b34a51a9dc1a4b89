package org.linli.dialogue.turns;

import java.util.Optional;
import org.linli.dialogue.Teachable;
import org.linli.dialogue.Teachable.Cause;
import org.linli.dialogue.phrases.BareReply;
import org.linli.dialogue.phrases.Words;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Heard;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understanding;

/// Which messages we were not sure of, so that people may say what they meant: pure.
public record Doubts(Scene scene) {

    private static final String NOT_UNDERSTOOD = "not-understood";

    /// Of the confidence at which a group would have heard us, so much is near.
    private static final double NEAR = 0.5;

    /// Empty for nearly everything. What staff says, buttons and replies to our questions teach nothing.
    public Optional<Teachable> about(Conversation before, Turn turn) {
        return scene.speaker().staff() == null && scene.heard() instanceof Heard.Said(String words)
                ? about(words, before, turn)
                : Optional.empty();
    }

    private Optional<Teachable> about(String words, Conversation before, Turn turn) {
        if (scene.setPhrase(words).isPresent() || before.isWithStaff() || Words.areWordless(words)) {
            return Optional.empty();
        }
        var meant = scene.understood(words);
        if (scene.inGroup() && !scene.addressed()) {
            return turn.acts().isEmpty() ? nearlyHeard(words, meant) : Optional.empty();
        }
        if (says(turn, NOT_UNDERSTOOD)) {
            return Optional.of(teachable(words, likeliest(meant), Cause.NOT_UNDERSTOOD));
        }
        boolean reply = before.top().isPresent() || BareReply.mayBe(words);
        return reply || meant.confidence() >= Scene.SURE
                ? Optional.empty()
                : Optional.of(teachable(words, likeliest(meant), Cause.UNSURE));
    }

    private Optional<Teachable> nearlyHeard(String words, Understanding meant) {
        var group = scene.speaker().group();
        return group == null
                ? Optional.empty()
                : meant.ranking().stream()
                        .filter(it -> it.intent().opensCase())
                        .findFirst()
                        .filter(it ->
                                it.confidence() >= NEAR * group.threshold() && it.confidence() < group.threshold())
                        .map(it -> teachable(words, it, Cause.NEARLY_HEARD));
    }

    private Teachable teachable(String words, Ranked guess, Cause cause) {
        return new Teachable(
                scene.speaker().community(),
                scene.key(),
                scene.speaker().address(),
                words,
                scene.inGroup(),
                guess.intent().label(),
                guess.confidence(),
                null,
                cause,
                scene.now());
    }

    private static Ranked likeliest(Understanding meant) {
        return new Ranked(meant.intent(), meant.confidence());
    }

    private static boolean says(Turn turn, String template) {
        return turn.acts().stream()
                .anyMatch(act -> act instanceof Act.Say say && say.template().equals(template));
    }
}
