package org.linli.dialogue.deciding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.community.Located;
import org.linli.community.Located.Found;
import org.linli.community.Place;
import org.linli.dialogue.LearningRefused;
import org.linli.dialogue.asking.Advance;
import org.linli.dialogue.asking.AskHome;
import org.linli.dialogue.asking.Calm;
import org.linli.dialogue.asking.HandOver;
import org.linli.dialogue.asking.TellStaff;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.phrases.Words;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Spoken;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Done;
import org.linli.dialogue.talk.Form;
import org.linli.dialogue.talk.Gathered;
import org.linli.dialogue.where.Whereabouts;
import org.linli.understanding.Intent;
import org.linli.understanding.Understanding;

/// Begins what a message asks for; an unfinished form waits below it meanwhile.
record OpenSubject(Scene scene) {

    private static final Intent ADDITION = new Intent("case.add");

    private static final Intent PROGRESS = new Intent("case.progress");
    private static final Intent QUESTION = new Intent("ask.office");

    /// "什么时候来水", a moment after it was reported: no notice is asked for, and nothing is reported anew.
    private static final Set<String> ASKED_AFTER_A_REPORT = Set.of("report", "emergency", "help", "chatter", "ask");

    /// From here on whoever asks whether it is mended reports it as well.
    private static final double PLAIN = 0.8;

    /// Below it a question may be more than small talk.
    private static final double SURELY = 0.6;

    Turn on(Turn turn, String words) {
        var parts = scene.setPhrase(words).isPresent() ? List.<Joints.Part>of() : new Joints(scene).of(words);
        return parts.isEmpty() ? one(turn, words, scene.understood(words)) : several(turn, parts);
    }

    private Turn one(Turn turn, String words, Understanding meant) {
        var corrected = new CorrectDone(scene).of(turn.next(), words);
        if (corrected.isPresent()) {
            var right = corrected.get();
            return new Advance(scene).from(turn.with(opening(turn, words, right.intent(), right.place())));
        }
        var done = turn.next().done();
        if (done != null && done.isWithoutConsequence(scene.now()) && Phrases.isCancel(words)) {
            return back(turn.say("as-before"));
        }
        if (scene.addressed() && Phrases.wantsToReport(words)) {
            var form = Form.of(Gathered.of(scene.key()).showing(turn.next().pictures()));
            return new Advance(scene).from(turn.with(turn.next().opening(form)));
        }
        var calmed = new Calm(scene).answer(turn, words, meant);
        if (calmed.isPresent()) {
            return calmed.get();
        }
        var ofQuoted = scene.wantedOfQuoted(words);
        if (ofQuoted.isPresent()) {
            return served(turn, words, ofQuoted.get());
        }
        if (done != null && continues(done, words)) {
            return served(turn, words, new Intent(done.label()));
        }
        if (scene.addressed() && isQuestionOfProgress(words, meant, done)) {
            return subject(turn, words, PROGRESS);
        }
        if (done != null && corrects(done, words, meant)) {
            return subject(turn, words, ADDITION);
        }
        if (new MoreOfTheSame(scene).is(words, meant, done)) {
            return subject(turn, words, ADDITION);
        }
        var home = new AskHome(scene).about(turn, words, meant);
        if (home.isPresent()) {
            return home.get();
        }
        if (scene.concernsUs(meant)) {
            return subject(turn, words, meant.intent());
        }
        return scene.addressed() ? smallTalk(turn, words, meant.intent()) : turn;
    }

    /// "不是电梯，是门禁": of what was just reported, though nobody would know it from the words alone.
    private boolean corrects(Done done, String words, Understanding meant) {
        boolean vague = meant.intent().act().equals("chatter") || meant.confidence() < Scene.SURE;
        return scene.addressed()
                && vague
                && wasJustReported(done)
                && Phrases.takesBack(words)
                && scene.skills().serving(ADDITION).isPresent();
    }

    private boolean continues(Done done, String words) {
        return scene.addressed()
                && done.isFresh(scene.now())
                && scene.skills()
                        .serving(new Intent(done.label()))
                        .filter(it -> it.continues(words))
                        .isPresent();
    }

    private boolean wasJustReported(@Nullable Done done) {
        return done != null && done.isOfCase() && done.isFresh(scene.now());
    }

    private boolean isOfWhatWasJustReported(Understanding meant, @Nullable Done done) {
        return done != null
                && wasJustReported(done)
                && ASKED_AFTER_A_REPORT.contains(meant.intent().act())
                && (!meant.entities().namesPlace() || meant.intent().label().equals(done.label()));
    }

    /// "三单元那个灯修了没？" names the trouble once more, and reports nothing.
    private boolean isQuestionOfProgress(String words, Understanding meant, @Nullable Done done) {
        boolean mayBe =
                meant.intent().opensCase() && meant.confidence() < PLAIN || isOfWhatWasJustReported(meant, done);
        return mayBe
                && (Phrases.asksHowFar(words)
                        || Phrases.asksWhen(words) && !meant.entities().namesPlace())
                && scene.skills().serving(PROGRESS).isPresent();
    }

    private Turn subject(Turn turn, String words, Intent intent) {
        return switch (intent.act()) {
            case "human" -> new HandOver(scene).wanted(turn, words);
            case "greet", "chatter" -> smallTalk(turn, words, intent);
            // unasked, in a group, it may be less than an alarm; said to us, an alarm was answered before
            case "emergency" -> scene.addressed() ? back(turn.say("not-understood")) : served(turn, words, intent);
            case "account" -> scene.inGroup() ? back(turn.say("in-private")) : served(turn, words, intent);
            default -> served(turn, words, intent);
        };
    }

    private Turn served(Turn turn, String words, Intent intent) {
        if (scene.skills().serving(intent).isEmpty()) {
            return back(unserved(turn, scene.kept(words), intent));
        }
        var located = located(words);
        var next = opening(turn, words, intent, located);
        return new Advance(scene).from(turn.with(next.keepingPictures(List.of())), located);
    }

    /// Nobody but staff can do it: they are told, and we say so.
    private Turn unserved(Turn turn, String words, Intent intent) {
        return switch (intent.label()) {
            case "praise" -> turn.say("praised").thenAll(new TellStaff(scene).praised(words));
            case "suggest" -> leftToStaff(turn, words, intent, "suggestion-passed-on");
            case "account.unsubscribe" -> new HandOver(scene).question(turn.then(refusal()), words, "unsubscribed");
            default -> leftToStaff(turn, words, intent, "passed-on");
        };
    }

    private Turn leftToStaff(Turn turn, String words, Intent intent, String template) {
        return new HandOver(scene).question(turn.thenAll(leftOpen(words, intent)), words, template);
    }

    private List<Act.Learn> leftOpen(String words, Intent intent) {
        var request = Gathered.of(scene.key())
                .about(intent)
                .saying(words)
                .request(intent, scene.speaker(), scene.map(), scene.at());
        return scene.skills().leftOpen(request);
    }

    /// Whoever wants to be left alone is not learnt from either.
    private Act refusal() {
        return new Act.Learn(
                new LearningRefused(scene.speaker().community(), scene.speaker().address(), scene.now()));
    }

    private Turn smallTalk(Turn turn, String words, Intent intent) {
        boolean thanks = Phrases.isThanks(words);
        if (Phrases.asksToKnow(words)) {
            return back(leftToStaff(turn, scene.kept(words), QUESTION, "passed-on"));
        }
        if (!thanks
                && (Phrases.isPatience(words) || Phrases.isYes(words))
                && turn.next().lines().size() > 1) {
            // "好的" to what we told needs no answer
            return turn;
        }
        if (isRatherAQuestion(words)) {
            return back(leftToStaff(turn, scene.kept(words), QUESTION, "passed-on"));
        }
        String template = switch (intent.act()) {
            case "greet" -> thanks ? "thanks" : "greeting";
            // whoever says a thing of which nobody knows what it is, is not told that it is small talk
            case "chatter" -> thanks ? "thanks" : isSmallTalk(words) ? "chatter" : "not-understood";
            default -> "not-understood";
        };
        return back(turn.say(template, Map.of("community", scene.map().name())));
    }

    /// "能带孙子吗" is no greeting.
    private boolean isRatherAQuestion(String words) {
        return scene.understood(words).confidence() < SURELY && Phrases.endsAsQuestion(words);
    }

    private boolean isSmallTalk(String words) {
        var meant = scene.understood(words);
        return Words.areWordless(words) || !meant.intent().equals(Intent.CHATTER) || meant.confidence() >= Scene.SURE;
    }

    /// Each part is a request of its own, the first one on top. A part without a place is where the one before is.
    private Turn several(Turn turn, List<Joints.Part> parts) {
        var talk = turn.next();
        var located = place(parts.getFirst());
        var forms = new ArrayList<Form>();
        Located before = located;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var found = located(part.words());
            before = found instanceof Found ? place(part) : before;
            var where = found instanceof Found ? found : beside(before, part);
            forms.addFirst(
                    Form.of(gathered(part.words(), part.meant().intent(), scene.key() + "-part-" + (i + 1), where)));
        }
        var first = forms.removeLast();
        forms.addLast(first.with(first.gathered().showing(talk.pictures())));
        for (Form form : forms) {
            talk = talk.opening(form);
        }
        return new Advance(scene).from(turn.with(talk.keepingPictures(List.of())), located);
    }

    private Located beside(Located before, Joints.Part part) {
        return before instanceof Found(Place place, String _) && !new Whereabouts(scene).mayBeAt(place, part.words())
                ? new Located.NothingSaid()
                : before;
    }

    private Located place(Joints.Part part) {
        return new Whereabouts(scene).in(part.words(), part.meant().entities());
    }

    private Located located(String words) {
        return new Whereabouts(scene).in(words, scene.understood(words).entities());
    }

    private Conversation opening(Turn turn, String words, Intent intent, Located located) {
        var gathered = gathered(words, intent, scene.key(), located);
        return turn.next().opening(Form.of(gathered.showing(turn.next().pictures())));
    }

    private Gathered gathered(String words, Intent intent, String key, Located located) {
        var gathered = new Spoken(scene).addedTo(Gathered.of(key).about(intent), words);
        return located instanceof Found(Place place, String detail) ? gathered.at(place, detail) : gathered;
    }

    private Turn back(Turn turn) {
        return new Advance(scene).from(turn);
    }
}
