package org.linli.dialogue;

import java.util.Map;
import java.util.Optional;
import org.linli.understanding.Intent;
import org.linli.understanding.Understanding;

/// Passes on to staff what somebody tells within an emergency that they reported: "120来了", "人还在里面". Nobody is told
/// then that small talk is not our business.
record StillInDanger(Scene scene) {

    private static final Intent ADDITION = new Intent("case.add");
    private static final Intent WITHDRAWAL = new Intent("case.withdraw");

    /// Empty where no emergency of this talk is under way, or where the words are a matter of their own or the place
    /// that
    /// we asked for.
    Optional<Turn> answer(Conversation talk, String words) {
        return scene.addressed() && isUnderWay(talk) && isToldToWhoeverListens(talk, words)
                ? scene.skills().serving(ADDITION).map(skill -> passedOn(talk, skill, words))
                : Optional.empty();
    }

    private boolean isUnderWay(Conversation talk) {
        var done = talk.done();
        return done != null && done.isFreshEmergency(scene.now());
    }

    private boolean isToldToWhoeverListens(Conversation talk, String words) {
        var meant = scene.understood(words);
        boolean answersUs = talk.top().filter(form -> !form.urgent()).isPresent();
        return !answersUs
                && scene.setPhrase(words).isEmpty()
                && !Phrases.isThanks(words)
                && !Phrases.isPatience(words)
                && !Phrases.isCancel(words)
                && isNothingOfItsOwn(meant)
                && !namesPlace(words, meant);
    }

    /// "人还没醒" looks like urging: staff has to hear that too.
    private static boolean isNothingOfItsOwn(Understanding meant) {
        boolean ofTheCase =
                meant.intent().act().equals(Scene.CASE) && !meant.intent().equals(WITHDRAWAL);
        return ofTheCase || meant.intent().act().equals("chatter") || meant.confidence() < Scene.SURE;
    }

    private boolean namesPlace(String words, Understanding meant) {
        return new Whereabouts(scene).alone(words, meant.entities()).isPresent()
                || meant.entities().namesPlace();
    }

    private Turn passedOn(Conversation talk, Skill skill, String words) {
        var request = new Spoken(scene)
                .addedTo(Gathered.of(scene.key()).about(ADDITION), words)
                .request(ADDITION, scene.speaker(), scene.map(), scene.at());
        return new Advance(scene)
                .from(Turn.silent(talk)
                        .then(new Act.Perform(skill, request, new Act.Say("emergency-more", Map.of())))
                        .thenAll(new TellStaff(scene).moreOfEmergency(scene.kept(words))));
    }
}
