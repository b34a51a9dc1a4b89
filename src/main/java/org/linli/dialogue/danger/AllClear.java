package org.linli.dialogue.danger;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.linli.dialogue.Skill;
import org.linli.dialogue.asking.Advance;
import org.linli.dialogue.asking.TellStaff;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Spoken;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Danger;
import org.linli.dialogue.talk.Done;
import org.linli.dialogue.talk.Form;
import org.linli.dialogue.talk.Gathered;
import org.linli.understanding.Intent;

/// Hears that an emergency is over (解除), or taken back: the child is found, the lift has let them go. The words go to
/// the case, which stays open, staff learns it at once, and nobody is asked for a place any more. Of somebody who
/// wanted to die nobody says that it is over: staff is asked to see them all the same.
public record AllClear(Scene scene) {

    private static final Intent ADDITION = new Intent("case.add");
    private static final Intent WITHDRAWAL = new Intent("case.withdraw");

    private static final Pattern RETURNS = Pattern.compile("回来|回家|找[到着]");
    private static final Set<Danger> NOT_BY_RETURN = EnumSet.of(Danger.CRIME, Danger.GAS, Danger.ELECTRIC, Danger.LIFT);

    /// "不用派师傅了 叫119" takes nothing back.
    private static final Pattern CALLS = Pattern.compile("11[09]|120|消防|警|救护|急救|还在|快");

    /// Empty where no emergency of this talk is under way or was just told, or the words say something else.
    public Optional<Turn> answer(Conversation talk, String words) {
        if (!isAlarmed(talk) || !isOver(talk, words) && !isTakenBack(talk, words)) {
            return Optional.empty();
        }
        return isOfLife(talk)
                ? new StillInDanger(scene).saidToBeWell(talk, words)
                : scene.skills().serving(ADDITION).map(skill -> told(talk, skill, words));
    }

    /// That somebody came back, or was found, is good news of who was missed; whoever beat them may have come back too.
    private static boolean isOver(Conversation talk, String words) {
        var done = talk.done();
        return DangerOver.isSaid(words)
                && (done == null
                        || !NOT_BY_RETURN.contains(done.danger())
                        || !RETURNS.matcher(words).find());
    }

    /// "不用了 谢谢": no case of danger is closed by a word of whoever is in it.
    private boolean isTakenBack(Conversation talk, String words) {
        var meant = scene.understood(words);
        return scene.addressed()
                && (isOfLife(talk) || !asksForPlace(talk) || !Phrases.isCancel(words))
                && isOfTheEmergency(talk)
                && !CALLS.matcher(words).find()
                && scene.setPhrase(words).isEmpty()
                && meant.intent().equals(WITHDRAWAL)
                && meant.confidence() >= Scene.SURE;
    }

    private boolean isOfTheEmergency(Conversation talk) {
        var done = talk.done();
        return asksForPlace(talk) || done != null && done.isOfFreshEmergency(scene.now());
    }

    private static boolean isOfLife(Conversation talk) {
        var done = talk.done();
        return done != null && done.danger() == Danger.SUICIDE;
    }

    private boolean isAlarmed(Conversation talk) {
        var done = talk.done();
        return asksForPlace(talk) || done != null && done.isFreshEmergency(scene.now());
    }

    private static boolean asksForPlace(Conversation talk) {
        return talk.top().filter(Form::urgent).isPresent();
    }

    private Turn told(Conversation talk, Skill skill, String words) {
        var next = (asksForPlace(talk) ? talk.closingTop() : talk)
                .completing(Done.of(ADDITION.label(), scene.now(), null, talk.done()));
        var request = new Spoken(scene)
                .addedTo(Gathered.of(scene.key()).about(ADDITION), words)
                .request(ADDITION, scene.speaker(), scene.map(), scene.at())
                .ofEmergency();
        var said = new Act.Say("emergency-over", Map.of());
        return new Advance(scene)
                .from(Turn.silent(next)
                        .then(new Act.Perform(skill, request, said))
                        .thenAll(new TellStaff(scene)
                                .emergencyOver(
                                        scene.kept(words),
                                        new PlaceOfDanger(scene).told(talk).orElse(null))));
    }
}
