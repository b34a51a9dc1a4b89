package org.linli.dialogue.danger;

import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.community.Located;
import org.linli.community.Located.Found;
import org.linli.community.Located.NothingSaid;
import org.linli.community.Place;
import org.linli.dialogue.Need;
import org.linli.dialogue.asking.Advance;
import org.linli.dialogue.asking.TellStaff;
import org.linli.dialogue.phrases.BarePlace;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Spoken;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Form;
import org.linli.dialogue.talk.Gathered;
import org.linli.dialogue.talk.Question;
import org.linli.dialogue.where.MoreExact;
import org.linli.dialogue.where.Whereabouts;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;

/// Where an emergency is, told or told more exactly after the alarm: the case gets it, and staff at once. Nobody is
/// asked then whether they live there.
record PlaceOfDanger(Scene scene) {

    private static final Intent ADDITION = new Intent("case.add");
    private static final Intent CORRECTION = new Intent("case.correct");

    /// A room and nothing else, and no number to call.
    private static final Pattern ROOM = Phrases.whole("(?!(?:110|119|120)(?![0-9]))(?<room>[0-9]{3,4})(?:室|户|号)?的?");

    /// May be a floor, a door, a count.
    private static final Pattern NUMBER = Phrases.whole("[0-9]{1,2}");

    /// The case that was opened without a place, or with another one, gets it.
    Form form() {
        var gathered = Gathered.of(scene.key() + "-place").about(isServed(CORRECTION) ? CORRECTION : ADDITION);
        return new Form(gathered, Question.about(Need.PLACE, scene.now()), true);
    }

    /// Empty where no emergency was just told, something else is asked for, or the words say more than where, or
    /// nothing new of it.
    Optional<Turn> answer(Conversation talk, String words) {
        var done = talk.done();
        boolean isMeant = done != null
                && done.isOfFreshEmergency(scene.now())
                && talk.top().isEmpty()
                && saysOnlyWhere(words);
        return isMeant ? placed(talk, words, located(talk, words)) : Optional.empty();
    }

    private Optional<Turn> placed(Conversation talk, String words, Located located) {
        return switch (located) {
            case Found found
            when new MoreExact(scene).isNews(found, told(talk)) -> Optional.of(told(talk, form(), found, words));
            case Found _, NothingSaid _ -> Optional.empty();
            case Located.Ambiguous _, Located.NoSuchBuilding _ -> Optional.of(asked(talk, words, located));
        };
    }

    private Turn asked(Conversation talk, String words, Located located) {
        var news = new TellStaff(scene)
                .moreOfEmergency(scene.kept(words), told(talk).orElse(null));
        var form = form().with(new Spoken(scene).addedTo(form().gathered(), words));
        return new CallForHelp(scene).asking(Turn.silent(talk).thenAll(news), form, located);
    }

    /// @param form of the place, which is not in the talk
    Turn told(Conversation talk, Form form, Found found, String words) {
        var placed = form.gathered().at(found.place(), found.detail());
        var filled = form.with(new Spoken(scene).addedTo(placed, words));
        return new Advance(scene).from(Turn.silent(talk.opening(filled)));
    }

    /// Read in the place that was told, where one was; only where none was, what is implied counts.
    Located located(Conversation talk, String words) {
        var where = new Whereabouts(scene);
        var said = said(words);
        var told = told(talk).orElse(null);
        if (told != null && said.building() == null && said.namesPlace()) {
            // which of two rooms of that number it is, whoever goes there sees
            return where.instead(words, said, told) instanceof Found found ? found : new Found(told, words);
        }
        return where.alone(words, said)
                .<Located>map(it -> it)
                .orElseGet(() -> told == null ? where.in(words, said) : where.named(words, said));
    }

    /// Whether it is within what was told, or corrects it.
    boolean isMoreExact(Conversation talk, String words, Found found) {
        var told = told(talk);
        boolean isThere =
                told.filter(it -> scene.map().isWithin(found.place(), it.id())).isPresent();
        return new MoreExact(scene).isNews(found, told) && (told.isEmpty() || isThere || Phrases.isCorrection(words));
    }

    /// Whether it is another building than was told, whichever.
    boolean isElsewhere(Conversation talk, Located located) {
        var told = told(talk).map(this::building);
        return switch (located) {
            case Found found ->
                told.filter(it -> !it.equals(building(found.place()))).isPresent();
            case Located.Ambiguous _ -> told.isPresent();
            case Located.NoSuchBuilding _, NothingSaid _ -> false;
        };
    }

    private Place building(Place place) {
        return new Whereabouts(scene).building(place).orElse(place);
    }

    /// Empty where none was told.
    Optional<Place> told(Conversation talk) {
        return Optional.ofNullable(talk.done())
                .flatMap(it -> Optional.ofNullable(it.alarm()))
                .flatMap(it -> Optional.ofNullable(it.place()))
                .flatMap(scene.map()::place);
    }

    private boolean saysOnlyWhere(String words) {
        var said = said(words);
        boolean names =
                said.namesPlace() || new Whereabouts(scene).alone(words, said).isPresent();
        return names
                && !NUMBER.matcher(words).matches()
                && (BarePlace.isAll(words)
                        || ROOM.matcher(words).matches()
                        || Phrases.isCorrection(words)
                        || new Whereabouts(scene).alone(words, said).isPresent());
    }

    private Entities said(String words) {
        var said = scene.understood(words).entities();
        var room = ROOM.matcher(words);
        return !said.namesPlace() && room.matches()
                ? new Entities(null, null, room.group("room"), null, said.phone(), said.time())
                : said;
    }

    private boolean isServed(Intent intent) {
        return scene.skills().serving(intent).isPresent();
    }
}
