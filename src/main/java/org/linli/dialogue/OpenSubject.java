package org.linli.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.linli.community.Located;
import org.linli.community.Located.Found;
import org.linli.community.Place;
import org.linli.understanding.Intent;
import org.linli.understanding.Understanding;

/// Begins what a message asks for; an unfinished form waits below it meanwhile.
record OpenSubject(Scene scene) {

    private static final Intent ADDITION = new Intent("case.add");
    private static final Intent CORRECTION = new Intent("case.correct");

    Turn on(Turn turn, String words) {
        var parts = scene.setPhrase(words).isPresent() ? List.<Joints.Part>of() : new Joints(scene).of(words);
        return parts.isEmpty() ? one(turn, words, scene.understood(words)) : several(turn, parts);
    }

    private Turn one(Turn turn, String words, Understanding meant) {
        if (isCorrectionOfWhatIsDone(turn.next(), words)) {
            return new Advance(scene).from(turn.with(opening(turn, words, correction(), scene.key())));
        }
        if (scene.addressed() && Phrases.wantsToReport(words)) {
            var form = Form.of(Gathered.of(scene.key()).showing(turn.next().pictures()));
            return new Advance(scene).from(turn.with(turn.next().opening(form)));
        }
        if (scene.concernsUs(meant)) {
            return subject(turn, words, meant.intent());
        }
        return scene.addressed() ? smallTalk(turn, words, meant.intent()) : turn;
    }

    private Turn subject(Turn turn, String words, Intent intent) {
        return switch (intent.act()) {
            case "human" -> new HandOver(scene).wanted(turn, words);
            case "greet", "chatter" -> smallTalk(turn, words, intent);
            case "account" -> scene.inGroup() ? back(turn.say("in-private")) : served(turn, words, intent);
            default -> served(turn, words, intent);
        };
    }

    private Turn served(Turn turn, String words, Intent intent) {
        if (scene.skills().serving(intent).isEmpty()) {
            return back(unserved(turn, scene.kept(words), intent));
        }
        var open = turn.with(opening(turn, words, intent, scene.key()));
        var located = new Whereabouts(scene).in(words, scene.understood(words).entities());
        return new Advance(scene).from(open.with(open.next().keepingPictures(List.of())), located);
    }

    /// Nobody but staff can do it: they are told, and we say so.
    private Turn unserved(Turn turn, String words, Intent intent) {
        return switch (intent.label()) {
            case "praise" -> turn.say("praised").thenAll(new TellStaff(scene).praised(words));
            case "account.unsubscribe" -> new HandOver(scene).question(turn.then(refusal()), words, "unsubscribed");
            default -> new HandOver(scene).question(turn, words, "passed-on");
        };
    }

    /// Whoever wants to be left alone is not learnt from either.
    private Act refusal() {
        return new Act.Learn(
                new LearningRefused(scene.speaker().community(), scene.speaker().address(), scene.now()));
    }

    private Turn smallTalk(Turn turn, String words, Intent intent) {
        String template = switch (intent.act()) {
            case "greet" -> Phrases.isThanks(words) ? "thanks" : "greeting";
            case "chatter" -> "chatter";
            default -> "not-understood";
        };
        return back(turn.say(template, Map.of("community", scene.map().name())));
    }

    /// Each part is a request of its own, the first one on top. A part without a place is where the one before is.
    private Turn several(Turn turn, List<Joints.Part> parts) {
        var talk = turn.next();
        var located = new Whereabouts(scene)
                .in(parts.getFirst().words(), parts.getFirst().meant().entities());
        var forms = new ArrayList<Form>();
        Located before = located;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var gathered = gathered(part.words(), part.meant().intent(), scene.key() + "-part-" + (i + 1));
            before = gathered.place() == null ? before : place(part);
            forms.addFirst(Form.of(gathered.place() == null ? placed(gathered, before) : gathered));
        }
        var first = forms.removeLast();
        forms.addLast(first.with(first.gathered().showing(talk.pictures())));
        for (Form form : forms) {
            talk = talk.opening(form);
        }
        return new Advance(scene).from(turn.with(talk.keepingPictures(List.of())), located);
    }

    private Located place(Joints.Part part) {
        return new Whereabouts(scene).in(part.words(), part.meant().entities());
    }

    private Conversation opening(Turn turn, String words, Intent intent, String key) {
        var gathered = gathered(words, intent, key).showing(turn.next().pictures());
        return turn.next().opening(Form.of(gathered));
    }

    private Gathered gathered(String words, Intent intent, String key) {
        var gathered = new Spoken(scene).addedTo(Gathered.of(key).about(intent), words);
        return placed(
                gathered,
                new Whereabouts(scene).in(words, scene.understood(words).entities()));
    }

    private static Gathered placed(Gathered gathered, Located located) {
        return located instanceof Found(Place place, String detail) ? gathered.at(place, detail) : gathered;
    }

    /// "No, building 4", right after a case was opened with building 3.
    private boolean isCorrectionOfWhatIsDone(Conversation talk, String words) {
        var done = talk.done();
        return done != null
                && (new Intent(done.label()).opensCase() || done.label().equals(CORRECTION.label()))
                && Phrases.isCorrection(words)
                && scene.skills().serving(ADDITION).isPresent()
                && scene.understood(words).entities().namesPlace();
    }

    private Intent correction() {
        return scene.skills().serving(CORRECTION).isPresent() ? CORRECTION : ADDITION;
    }

    private Turn back(Turn turn) {
        return new Advance(scene).from(turn);
    }
}
