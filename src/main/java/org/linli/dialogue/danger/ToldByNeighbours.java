package org.linli.dialogue.danger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.community.Place;
import org.linli.dialogue.asking.TellStaff;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Spoken;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Gathered;
import org.linli.dialogue.talk.Heard;
import org.linli.dialogue.topics.Topic;
import org.linli.understanding.Intent;

/// Hears what neighbours tell of an emergency of which their group speaks: that it is over, gets worse, goes on, where
/// it is, that it is so with them too. Whoever of them says it, it goes to its case and to staff, who alone decide what
/// it means: nobody ends an emergency by a word. Among neighbours the group hears nothing of us.
public record ToldByNeighbours(Scene scene) {

    private static final Intent ADDITION = new Intent("case.add");

    /// Whether it may be news of an emergency. Everybody says such things of other matters too.
    public static boolean mayBe(String words) {
        return HelpCame.isSaid(words)
                || DangerOver.isSaid(words)
                || PlainlyWorse.isSaid(words)
                || StillWaiting.isSaid(words);
    }

    /// Empty where the group speaks of none, or something else is said.
    public Optional<Turn> answer(Conversation talk, String words) {
        if (!isOfResident() || scene.isCommand(words)) {
            return Optional.empty();
        }
        return own(talk, words).or(() -> neighbours(talk, words)).or(() -> ofNothingKnown(talk, words));
    }

    /// Empty where a picture without words has nothing to do with one.
    public Optional<Turn> shown(Conversation talk, Heard.Shown shown) {
        return isOfResident()
                ? new WhichEmergency(scene, talk)
                        .ofPicture()
                        .map(it -> added(talk, it, Gathered.of(scene.key()).showing(List.of(shown.media())))
                                .thenAll(new TellStaff(scene).moreOfNeighbours(shown, place(it))))
                : Optional.empty();
    }

    private boolean isOfResident() {
        return scene.inGroup() && scene.speaker().staff() == null;
    }

    /// Whoever alarmed the group says it of that. Said to us, it is answered as all that they say of it.
    private Optional<Turn> own(Conversation talk, String words) {
        boolean isNews = HelpCame.isSaid(words) || StillWaiting.isSaid(words);
        return isNews && !scene.addressed() && !isOfAnother()
                ? new StillInDanger(scene).overheard(talk, words)
                : Optional.empty();
    }

    /// Whoever points at another case says it of that.
    private boolean isOfAnother() {
        var quoted = scene.quoted();
        return quoted != null && !quoted.isEmergency();
    }

    private Optional<Turn> neighbours(Conversation talk, String words) {
        return new StillInDanger(scene).isUnderWay(talk) || isCry(words)
                ? Optional.empty()
                : new WhichEmergency(scene, talk)
                        .of(words)
                        .map(it -> added(talk, it, new Spoken(scene).addedTo(Gathered.of(scene.key()), words))
                                .thenAll(new TellStaff(scene).moreOfNeighbours(scene.kept(words), place(it))));
    }

    /// "救护车到了", "人还在里面困着", "火更大了" sound like one, and are of the one before.
    private boolean isCry(String words) {
        boolean isOfBefore = HelpCame.isSaid(words)
                || DangerOver.isSaid(words)
                || StillWaiting.isSaid(words)
                || PlainlyWorse.isAll(words);
        return !isOfBefore && new CryForHelp(scene).isIn(words);
    }

    /// The case remembers it. Where nobody can add to a case, staff is told all the same.
    private Turn added(Conversation talk, Topic emergency, Gathered gathered) {
        var request = gathered.about(ADDITION)
                .request(ADDITION, scene.speaker(), scene.map(), scene.at())
                .ofEmergency()
                .concerning(emergency.about(), scene.addressed());
        var said = new Act.Say(scene.addressed() ? "emergency-more" : "", Map.of());
        return scene.skills()
                .serving(ADDITION)
                .map(skill -> Turn.silent(talk).then(new Act.Perform(skill, request, said)))
                .orElseGet(() -> Turn.silent(talk));
    }

    private Optional<Turn> ofNothingKnown(Conversation talk, String words) {
        return HelpCame.isThere(words) && !scene.addressed() && !HelpCame.mayBeOfATrouble(words) && !isOfAnother()
                ? Optional.of(Turn.silent(talk))
                : Optional.empty();
    }

    private @Nullable Place place(Topic emergency) {
        String id = emergency.place();
        return id == null ? null : scene.map().place(id).orElse(null);
    }
}
