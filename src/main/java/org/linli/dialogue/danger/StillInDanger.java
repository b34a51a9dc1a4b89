package org.linli.dialogue.danger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.community.Located.Found;
import org.linli.community.Located.NothingSaid;
import org.linli.community.Place;
import org.linli.dialogue.asking.Advance;
import org.linli.dialogue.asking.TellStaff;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Spoken;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Done;
import org.linli.dialogue.talk.Form;
import org.linli.dialogue.talk.Gathered;
import org.linli.dialogue.talk.Heard;
import org.linli.dialogue.where.Whereabouts;
import org.linli.understanding.Intent;
import org.linli.understanding.Understanding;

/// Passes on to staff what somebody tells within an emergency that they reported: "120来了", "人还在里面", where it is, a
/// picture. Nobody is told then that small talk is not our business.
public record StillInDanger(Scene scene) {

    private static final Intent ADDITION = new Intent("case.add");
    private static final Intent WITHDRAWAL = new Intent("case.withdraw");

    /// Who somebody is, and from where they call, is of the emergency too.
    private static final Set<String> OF_WHO_CALLS = Set.of("chatter", "account", "greet");

    /// That nobody of it answers is said of what goes on.
    private static final Intent MANAGEMENT = new Intent("report.property");

    private static final Intent LEAVES = new Intent("account.unsubscribe");

    /// From here on a trouble is another one, unless it sounds like danger itself.
    private static final double PLAIN = 0.8;

    private static final double DANGER = 0.6;

    /// Empty where no emergency of this talk is under way, or where the words are a matter of their own or the place
    /// that we asked for.
    public Optional<Turn> answer(Conversation talk, String words) {
        return new PlaceOfDanger(scene)
                .answer(talk, words)
                .or(() -> more(talk, words))
                .or(() -> dropped(talk, words));
    }

    /// Whoever will not say where is not asked any more, and staff learns it.
    private Optional<Turn> dropped(Conversation talk, String words) {
        boolean isAsked = talk.top().filter(Form::urgent).isPresent();
        return isAsked && Phrases.isCancel(words) ? passedOn(talk.closingTop(), words) : Optional.empty();
    }

    private Optional<Turn> more(Conversation talk, String words) {
        boolean toUs = scene.addressed() || wouldBeACase(words);
        boolean isMore =
                (toUs || GettingWorse.isSaid(words)) && isUnderWay(talk) && isToldToWhoeverListens(talk, words);
        if (!isMore) {
            return Optional.empty();
        }
        return toUs ? passedOn(talk, words) : overheard(talk, words);
    }

    /// "物业电话打不通", said among neighbours by whoever has just alarmed them.
    private boolean wouldBeACase(String words) {
        var meant = scene.understood(words);
        return scene.concernsUs(meant) && isRatherOfTheDanger(meant);
    }

    /// What is not said to us goes to the case and to staff in silence. Empty where no emergency is under way.
    Optional<Turn> overheard(Conversation talk, String words) {
        return isUnderWay(talk)
                ? added(talk, new Spoken(scene).addedTo(Gathered.of(scene.key()), words), new Act.Say("", Map.of()))
                        .map(turn -> turn.thenAll(news(talk, words)))
                : Optional.empty();
    }

    boolean isUnderWay(Conversation talk) {
        var done = talk.done();
        return done != null && done.isFreshEmergency(scene.now()) && !asksElse(talk);
    }

    private static boolean asksElse(Conversation talk) {
        return talk.top().filter(form -> !form.urgent()).isPresent();
    }

    private boolean isToldToWhoeverListens(Conversation talk, String words) {
        var meant = scene.understood(words);
        return scene.setPhrase(words).isEmpty()
                && !Phrases.isPatience(words)
                && !Phrases.isCancel(words)
                && (HelpCame.isSaid(words) || !Phrases.isThanks(words) && isNothingOfItsOwn(talk, meant))
                && !answersUs(talk, words, meant);
    }

    private boolean answersUs(Conversation talk, String words, Understanding meant) {
        return talk.top()
                .flatMap(form -> Optional.ofNullable(form.question()))
                .filter(it -> it.home() && (Phrases.isYes(words) || Phrases.isNo(words))
                        || !(new Whereabouts(scene).answered(words, meant.entities(), it) instanceof NothingSaid))
                .isPresent();
    }

    /// "人还没醒" looks like urging: staff has to hear that too.
    private boolean isNothingOfItsOwn(Conversation talk, Understanding meant) {
        var done = talk.done();
        boolean ofAnother = meant.intent().equals(WITHDRAWAL) && done != null && !done.isOfFreshEmergency(scene.now());
        boolean ofTheCase = meant.intent().act().equals(Done.OF_CASE) && !ofAnother;
        boolean ofThem =
                OF_WHO_CALLS.contains(meant.intent().act()) && !meant.intent().equals(LEAVES);
        return ofTheCase || ofThem || meant.confidence() < Scene.SURE || isRatherOfTheDanger(meant);
    }

    /// "楼道里都是味", "物业不接电话".
    private static boolean isRatherOfTheDanger(Understanding meant) {
        boolean isPlain = meant.confidence() >= PLAIN
                && meant.danger() < DANGER
                && !meant.intent().equals(MANAGEMENT);
        return meant.intent().opensCase() && meant.entities().building() == null && !isPlain;
    }

    /// Empty where nobody can add to a case.
    Optional<Turn> passedOn(Conversation talk, String words) {
        var gathered = new Spoken(scene).addedTo(Gathered.of(scene.key()), words);
        return added(talk, gathered, new Act.Say("emergency-more", advice(talk, words)))
                .map(turn -> new Advance(scene).from(turn.thenAll(news(talk, words))));
    }

    /// That whoever wanted to die says all is well ends nothing: staff is asked to see them. Empty where nobody can add
    /// to a case.
    Optional<Turn> saidToBeWell(Conversation talk, String words) {
        var gathered = new Spoken(scene).addedTo(Gathered.of(scene.key()), words);
        var news = new TellStaff(scene).stillToBeSeen(scene.kept(words), told(talk));
        var said = scene.addressed() ? new Act.Say("emergency-more", Map.of("well", "yes")) : new Act.Say("", Map.of());
        return added(talk, gathered, said).map(turn -> new Advance(scene).from(turn.thenAll(news)));
    }

    private List<Act.Tell> news(Conversation talk, String words) {
        return new TellStaff(scene).moreOfEmergency(scene.kept(words), told(talk));
    }

    /// Empty where no emergency of this talk is under way.
    public Optional<Turn> shown(Conversation talk, Heard.Shown shown) {
        var news = new TellStaff(scene).moreOfEmergency(shown, told(talk));
        return isUnderWay(talk)
                ? added(
                                talk,
                                Gathered.of(scene.key()).showing(List.of(shown.media())),
                                new Act.Say("emergency-more", Map.of()))
                        .map(turn -> new Advance(scene).from(turn.thenAll(news)))
                : Optional.empty();
    }

    /// Empty where no emergency of this talk is under way, or the spot is the place that we asked for.
    public Optional<Turn> pointed(Conversation talk, Heard.Pointed spot) {
        boolean answersUs = talk.top().isPresent() && new Whereabouts(scene).pointed(spot) instanceof Found;
        return isUnderWay(talk) && !answersUs ? passedOn(talk, spot.where()) : Optional.empty();
    }

    /// Whoever says that it gets worse reads what to do once more, in a sentence.
    private static Map<String, String> advice(Conversation talk, String words) {
        var done = talk.done();
        return done != null && GettingWorse.isSaid(words)
                ? Map.of("worse", done.danger().name())
                : Map.of();
    }

    private Optional<Turn> added(Conversation talk, Gathered gathered, Act.Say said) {
        var done = talk.done();
        var next = done == null ? talk : talk.completing(done.told(scene.now()));
        var request = gathered.about(ADDITION)
                .request(ADDITION, scene.speaker(), scene.map(), scene.at())
                .ofEmergency();
        return scene.skills()
                .serving(ADDITION)
                .map(skill -> Turn.silent(next).then(new Act.Perform(skill, request, said)));
    }

    private @Nullable Place told(Conversation talk) {
        return new PlaceOfDanger(scene).told(talk).orElse(null);
    }
}
