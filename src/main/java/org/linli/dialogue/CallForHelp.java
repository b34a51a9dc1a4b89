package org.linli.dialogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.community.Located;
import org.linli.community.Located.Found;
import org.linli.community.Located.NothingSaid;
import org.linli.community.Place;
import org.linli.understanding.Intent;

/// Answers an emergency before anything else: whom to call, then staff, then a case, and only then the place.
record CallForHelp(Scene scene) {

    private static final Intent ADDITION = new Intent("case.add");
    private static final Intent CORRECTION = new Intent("case.correct");

    /// Empty where it is no emergency, or only the place of one that is being dealt with.
    Optional<Turn> answer(Conversation talk) {
        return scene.heard() instanceof Heard.Said(String words)
                        && new CryForHelp(scene).isIn(words)
                        && !isRatherAPlace(talk, words)
                ? answer(talk, words)
                : Optional.empty();
    }

    /// "3栋旁边的工地" in reply to "where?" is a place, unless we are surer of the danger.
    private boolean isRatherAPlace(Conversation talk, String words) {
        boolean asked = talk.top()
                .filter(form -> form.asks(Need.PLACE) && !form.urgent())
                .isPresent();
        return asked && saysWhere(words) && scene.understood(words).confidence() < Scene.SURE;
    }

    private Optional<Turn> answer(Conversation talk, String words) {
        var place = place(words);
        boolean known = talk.top().filter(Form::urgent).isPresent();
        if (known) {
            return saysWhere(words) ? Optional.empty() : Optional.of(onceMore(talk, words));
        }
        return Optional.of(alarm(talk, words, place));
    }

    private Turn alarm(Conversation talk, String words, @Nullable Place place) {
        var danger = Danger.in(words);
        var gathered = gathered(talk, words, place);
        var intent = isStillTheSame(talk) && isServed(ADDITION) ? ADDITION : Intent.EMERGENCY;
        var next = talk.keepingPictures(List.of()).completing(Intent.EMERGENCY.label(), scene.now());
        var asking = place == null ? next.opening(placeForm()) : next;
        var news = new TellStaff(scene).emergency(danger, scene.kept(words), place);
        return opened(Turn.silent(asking), gathered, intent, say(danger, place, !news.isEmpty()))
                .thenAll(news);
    }

    private Turn opened(Turn turn, Gathered gathered, Intent intent, Act.Say say) {
        return scene.skills()
                .serving(intent)
                .map(skill -> turn.then(new Act.Perform(skill, request(gathered, intent), say)))
                .orElseGet(() -> turn.then(say));
    }

    /// The same emergency, told again without its place: staff is told again, no second case is opened.
    private Turn onceMore(Conversation talk, String words) {
        var form = talk.top().orElseThrow();
        var next = talk.replacingTop(form.with(form.gathered().saying(scene.kept(words))));
        var danger = Danger.in(words);
        var news = new TellStaff(scene).emergency(danger, scene.kept(words), null);
        return Turn.silent(next).then(say(danger, null, !news.isEmpty())).thenAll(news);
    }

    private boolean isStillTheSame(Conversation talk) {
        var done = talk.done();
        return done != null && done.isFreshEmergency(scene.now());
    }

    private boolean isServed(Intent intent) {
        return scene.skills().serving(intent).isPresent();
    }

    private Gathered gathered(Conversation talk, String words, @Nullable Place place) {
        var said = scene.understood(words).entities();
        var gathered = Gathered.of(scene.key())
                .saying(scene.kept(words))
                .showing(talk.pictures())
                .knowing(scene.inGroup() ? Spoken.withoutPhone(said) : said);
        return place == null ? gathered : gathered.at(place, detail(words));
    }

    /// The case that was opened without a place gets it.
    private Form placeForm() {
        var gathered = Gathered.of(scene.key() + "-place").about(isServed(CORRECTION) ? CORRECTION : ADDITION);
        return new Form(gathered, Question.about(Need.PLACE, scene.now()), true);
    }

    private Act.Say say(Danger danger, @Nullable Place place, boolean told) {
        var facts = new HashMap<String, String>();
        facts.put("told", told ? "yes" : "no");
        facts.put("danger", danger.name());
        facts.put("ask", place == null ? "yes" : "no");
        facts.put("place", place == null ? "" : scene.map().display(place));
        return new Act.Say("emergency", Map.copyOf(facts));
    }

    /// Also where it has to be asked once more: which of two buildings, or that there is none of that number.
    private boolean saysWhere(String words) {
        return !(located(words) instanceof NothingSaid);
    }

    private @Nullable Place place(String words) {
        return located(words) instanceof Found(Place place, String _) ? place : null;
    }

    private String detail(String words) {
        return located(words) instanceof Found(Place _, String detail) ? detail : "";
    }

    private Located located(String words) {
        return new Whereabouts(scene).in(words, scene.understood(words).entities());
    }

    private Request request(Gathered gathered, Intent intent) {
        return gathered.about(intent).request(intent, scene.speaker(), scene.map(), scene.at());
    }
}
