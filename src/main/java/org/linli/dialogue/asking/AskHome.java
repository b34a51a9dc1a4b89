package org.linli.dialogue.asking;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.linli.community.Located;
import org.linli.community.Located.Found;
import org.linli.community.Place;
import org.linli.dialogue.Need;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Spoken;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Form;
import org.linli.dialogue.talk.Gathered;
import org.linli.dialogue.talk.Question;
import org.linli.dialogue.where.Whereabouts;
import org.linli.understanding.Intent;
import org.linli.understanding.Understanding;

/// Asks whoever says nothing but a place, alone with us, whether they live there: they may as well begin to tell what
/// is wrong there, and a home is not registered by two characters. Whose home is known is asked what is wrong.
public record AskHome(Scene scene) {

    private static final Set<Place.Kind> HOMES = EnumSet.of(Place.Kind.BUILDING, Place.Kind.UNIT, Place.Kind.ROOM);
    private static final Intent BINDING = new Intent("account.bind");

    /// "嗯" and "好的" are said to anything.
    private static final Pattern YES = Phrases.whole("(?:是|对)(?:的|啊|呀|哦|对|是|我家|这里)*|(?:就是)?我家|没错|yes");

    /// Empty where more is said than a place, or it is no one place.
    public Optional<Turn> about(Turn turn, String words, Understanding meant) {
        boolean saysMore = scene.inGroup() || !meant.entities().namesPlace() || Phrases.saysWhoTalks(words);
        return saysMore
                ? Optional.empty()
                : new Whereabouts(scene)
                        .alone(words, meant.entities())
                        .filter(it -> HOMES.contains(it.place().kind()))
                        .map(found -> scene.home().isPresent() ? askedWhat(turn, found) : asked(turn, found));
    }

    /// Where they live is known: they begin to tell what is wrong there.
    private Turn askedWhat(Turn turn, Found found) {
        var form = Form.of(Gathered.of(scene.key()).at(found.place(), found.detail()))
                .asking(Question.about(Need.WORDS, scene.now()));
        return turn.with(turn.next().opening(form)).say("ask-words", Map.of("round", "first", "placed", "yes"));
    }

    private Turn asked(Turn turn, Found found) {
        var gathered = Gathered.of(scene.key()).at(found.place(), found.detail());
        var question =
                Question.about(Need.WORDS, scene.now()).ofHome(found.place().id());
        var next = turn.next().opening(Form.of(gathered).asking(question));
        return turn.with(next).say("ask-home", Map.of("home", scene.map().display(found.place()) + found.detail()));
    }

    /// "是的", "是，3栋2单元": what is said to the question. Empty where it is something else.
    Optional<Form> confirmed(Form form, String words) {
        if (!form.asksForHome() || form.gathered().label() != null) {
            return Optional.empty();
        }
        var meant = scene.understood(words);
        boolean isHome =
                words.length() <= Phrases.LONGEST_SET && YES.matcher(words).matches()
                        || meant.intent().equals(BINDING) && meant.confidence() >= Scene.LEAST
                        || new Whereabouts(scene).alone(words, meant.entities()).isPresent();
        return isHome ? Optional.of(bound(form, words, meant)) : Optional.empty();
    }

    private Form bound(Form form, String words, Understanding meant) {
        var where = new Whereabouts(scene);
        var said = new Spoken(scene).addedTo(form.gathered().about(BINDING), words);
        var home = where.alone(words, meant.entities())
                .<Located>map(it -> it)
                .orElseGet(() -> where.in(words, meant.entities()));
        return form.with(home instanceof Found(Place place, String detail) ? said.at(place, detail) : said);
    }
}
