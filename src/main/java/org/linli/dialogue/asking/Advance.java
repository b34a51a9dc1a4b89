package org.linli.dialogue.asking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.community.Located;
import org.linli.dialogue.Need;
import org.linli.dialogue.Request;
import org.linli.dialogue.phrases.Curses;
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
import org.linli.dialogue.talk.Heard;
import org.linli.dialogue.talk.Question;
import org.linli.dialogue.where.MoreExact;
import org.linli.dialogue.where.Whereabouts;
import org.linli.understanding.Intent;

/// Goes on with the form on top: asks what is missing, or performs it and goes on with what waited below.
public record Advance(Scene scene) {

    private static final Located NOTHING = new Located.NothingSaid();

    public Turn from(Turn turn) {
        return from(turn, NOTHING);
    }

    /// @param why what was wrong with the place that was said, so that the question can tell
    public Turn from(Turn turn, Located why) {
        var top = turn.next().top();
        if (top.isEmpty()) {
            return turn;
        }
        var form = top.get();
        return missing(form).map(need -> asked(turn, form, need, why)).orElseGet(() -> from(performed(turn, form)));
    }

    private Turn asked(Turn turn, Form form, Need need, Located why) {
        var round = Ask.Round.of(form, need, turn);
        boolean known =
                round == Ask.Round.BACK && !form.urgent() && question(form).wasRemindedOf(scene.now());
        return known ? turn : new Ask(scene).on(turn, form, need, why, round);
    }

    /// Asks the same again after a reply that was none, twice at the most; then a person is called.
    public Turn again(Turn heard, Form asked, Located why) {
        var form = withWhatWasSaid(asked);
        var turn = heard.thenAll(moreNews(form));
        var failed = form.asking(question(form).failed(form.failures() + 1));
        if (failed.failures() >= 2) {
            return new HandOver(scene).stuck(turn.with(turn.next().replacingTop(failed)));
        }
        var next = turn.with(turn.next().replacingTop(failed));
        return missing(failed)
                .map(need -> new Ask(scene).on(next, failed, need, why, Ask.Round.AGAIN))
                .orElseGet(() -> from(next));
    }

    /// Nothing that is said in an emergency is lost, whatever was asked. "主卫" in reply to "where?" is no place that
    /// we know, and staff finds by it what is meant.
    private Form withWhatWasSaid(Form form) {
        return scene.heard() instanceof Heard.Said(String words) && (form.urgent() || mayDescribePlace(form, words))
                ? form.with(new Spoken(scene).addedTo(form.gathered(), words))
                : form;
    }

    private static boolean mayDescribePlace(Form form, String words) {
        return form.gathered().label() != null
                && form.asks(Need.PLACE)
                && !Words.areWordless(words)
                && !Phrases.doesNotKnow(words)
                && !Curses.areIn(words);
    }

    private List<Act.Tell> moreNews(Form form) {
        return form.urgent() && scene.heard() instanceof Heard.Said(String words)
                ? new TellStaff(scene).moreOfEmergency(scene.kept(words), null)
                : List.of();
    }

    public Optional<Need> missing(Form form) {
        var label = form.gathered().label();
        if (label == null) {
            return Optional.of(Need.WORDS);
        }
        return scene.skills().needs(new Intent(label)).stream()
                .sorted()
                .filter(need -> !form.gathered().has(need))
                // a phone number is nothing for a group to read
                .filter(need -> need != Need.PHONE || !scene.inGroup())
                .findFirst()
                .or(() -> urgentPlace(form));
    }

    /// An emergency is under way without its place; adding it needs one.
    private static Optional<Need> urgentPlace(Form form) {
        return form.urgent() && !form.gathered().has(Need.PLACE) ? Optional.of(Need.PLACE) : Optional.empty();
    }

    private Turn performed(Turn turn, Form told) {
        var form = told.urgent() ? new MoreExact(scene).of(told) : told;
        var gathered = form.gathered();
        var intent = new Intent(Optional.ofNullable(gathered.label()).orElse(Intent.CHATTER.label()));
        var next = turn.next().closingTop().completing(done(turn, form, intent));
        var closed = turn.with(sharingPlace(next, form)).thenAll(news(form));
        return scene.skills()
                .serving(intent)
                .map(skill -> closed.then(
                        new Act.Perform(skill, request(form, intent), form.urgent() ? placeHeard(gathered) : null)))
                .orElseGet(() -> form.urgent()
                        ? closed.then(placeHeard(gathered))
                        : new HandOver(scene).question(closed, String.join("\n", gathered.words()), "passed-on"));
    }

    private Done done(Turn turn, Form form, Intent intent) {
        var before = turn.next().done();
        var done = Done.of(intent.label(), scene.now(), form.gathered().place(), before);
        return form.urgent() ? done.ofAlarm(before) : done.during(before);
    }

    /// Nobody in danger wants to read who takes care of it by when.
    private Act.Say placeHeard(Gathered gathered) {
        String where = Optional.ofNullable(gathered.place())
                .flatMap(it -> scene.map().place(it))
                .map(it -> scene.map().display(it) + gathered.detail())
                .orElse("");
        return new Act.Say("emergency-place", Map.of("place", where));
    }

    private Request request(Form form, Intent intent) {
        var gathered = form.gathered().request(intent, scene.speaker(), scene.map(), scene.at());
        var request = form.urgent() ? gathered.ofEmergency() : gathered;
        var quoted = scene.quoted();
        return quoted != null
                        && intent.act().equals(Done.OF_CASE)
                        && request.key().equals(scene.key())
                ? request.concerning(quoted.about(), scene.addressed())
                : request;
    }

    /// Those who were alarmed learn the place at once, not by looking it up.
    private List<Act.Tell> news(Form form) {
        return form.urgent() ? new TellStaff(scene).placeOfEmergency(form.gathered()) : List.of();
    }

    /// Two problems of one message are mostly in one place: it is asked for once.
    private Conversation sharingPlace(Conversation talk, Form done) {
        return Optional.ofNullable(done.gathered().place())
                .flatMap(it -> scene.map().place(it))
                .map(place -> talk.with(talk.forms().stream()
                        .map(form -> form.isSiblingOf(done)
                                        && !form.gathered().has(Need.PLACE)
                                        && new Whereabouts(scene)
                                                .mayBeAt(place, form.gathered().text())
                                ? form.with(form.gathered()
                                        .at(place, done.gathered().detail()))
                                : form)
                        .toList()))
                .orElse(talk);
    }

    private Question question(Form form) {
        return Optional.ofNullable(form.question()).orElseGet(() -> Question.about(Need.WORDS, scene.now()));
    }
}
