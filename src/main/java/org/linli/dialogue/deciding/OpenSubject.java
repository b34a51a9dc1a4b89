package org.linli.dialogue.deciding;

import java.util.List;
import java.util.Map;
import org.linli.community.Located;
import org.linli.dialogue.asking.Advance;
import org.linli.dialogue.asking.AskHome;
import org.linli.dialogue.asking.Calm;
import org.linli.dialogue.asking.HandOver;
import org.linli.dialogue.phrases.AboutUs;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Form;
import org.linli.dialogue.talk.Gathered;
import org.linli.understanding.Intent;
import org.linli.understanding.Understanding;

/// Begins what a message asks for; an unfinished form waits below it meanwhile.
record OpenSubject(Scene scene) {

    Turn on(Turn turn, String words) {
        var parts = scene.setPhrase(words).isPresent() ? List.<Joints.Part>of() : new Joints(scene).of(words);
        return parts.isEmpty() ? one(turn, words, scene.understood(words)) : new OpenEach(scene).of(turn, parts);
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
            return back(turn.with(turn.next().opening(form)));
        }
        if (scene.addressed() && AboutUs.isAsked(words)) {
            return back(turn.say("who-we-are", Map.of("community", scene.map().name())));
        }
        var calmed = new Calm(scene).answer(turn, words, meant);
        if (calmed.isPresent()) {
            return calmed.get();
        }
        return scene.wantedOfQuoted(words)
                .or(() -> new OfWhatWasDone(scene, done).meant(words, meant))
                .map(intent -> served(turn, words, intent))
                .or(() -> new AskHome(scene).about(turn, words, meant))
                .orElseGet(() -> byItself(turn, words, meant));
    }

    private Turn byItself(Turn turn, String words, Understanding meant) {
        if (scene.concernsUs(meant)) {
            return subject(turn, words, meant.intent());
        }
        return scene.addressed() ? new SmallTalk(scene).answer(turn, words, meant.intent()) : turn;
    }

    private Turn subject(Turn turn, String words, Intent intent) {
        return switch (intent.act()) {
            case "human" -> new HandOver(scene).wanted(turn, words);
            case "greet", "chatter" -> new SmallTalk(scene).answer(turn, words, intent);
            // unasked, in a group, it may be less than an alarm; said to us, an alarm was answered before
            case "emergency" -> scene.addressed() ? back(turn.say("not-understood")) : served(turn, words, intent);
            case "account" -> scene.inGroup() ? back(turn.say("in-private")) : served(turn, words, intent);
            default -> served(turn, words, intent);
        };
    }

    private Turn served(Turn turn, String words, Intent intent) {
        if (scene.skills().serving(intent).isEmpty()) {
            return back(new LeaveToStaff(scene).unserved(turn, words, intent));
        }
        var located = new BeginForm(scene).where(words);
        var next = opening(turn, words, intent, located);
        return new Advance(scene).from(turn.with(next.keepingPictures(List.of())), located);
    }

    private Conversation opening(Turn turn, String words, Intent intent, Located located) {
        var form = new BeginForm(scene).of(words, intent, scene.key(), located);
        return turn.next().opening(form.with(form.gathered().showing(turn.next().pictures())));
    }

    private Turn back(Turn turn) {
        return new Advance(scene).from(turn);
    }
}
