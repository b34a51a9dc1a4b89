package org.linli.dialogue.deciding;

import static org.linli.dialogue.asking.Ask.Round.FIRST;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.community.Doorplate;
import org.linli.community.Located;
import org.linli.community.Place;
import org.linli.dialogue.Line;
import org.linli.dialogue.Need;
import org.linli.dialogue.asking.Advance;
import org.linli.dialogue.asking.Ask;
import org.linli.dialogue.asking.ReadReply;
import org.linli.dialogue.asking.Reading;
import org.linli.dialogue.danger.AllClear;
import org.linli.dialogue.danger.CallForHelp;
import org.linli.dialogue.danger.StillInDanger;
import org.linli.dialogue.danger.ToldByNeighbours;
import org.linli.dialogue.phrases.AboutUs;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Echo;
import org.linli.dialogue.talk.Form;
import org.linli.dialogue.talk.Gathered;
import org.linli.dialogue.talk.Heard;
import org.linli.dialogue.talk.Scanned;
import org.linli.platform.words.Masked;

/// Decides what a message leads to. Pure: the same message on the same talk always leads to the same.
public record Decide(Scene scene) {

    private static final Located NOTHING = new Located.NothingSaid();

    /// "哪里" to our "where?" is no question of its own.
    private static final int ASKS_FROM = 3;

    public Turn on(Conversation kept) {
        var talk = kept.asOf(scene.now());
        return switch (scene.heard()) {
            case Heard.Nothing _, Heard.Went _ -> Turn.silent(kept);
            case Heard.Said(String words) -> said(counted(talk, words), words);
            case Heard.Shown shown -> shown(talk.noting(new Line(scene.at(), "", "", shown.media())), shown);
            case Heard.Pointed spot -> pointed(talk.noting(new Line(scene.at(), "", spot.where())), spot);
            case Heard.Joined(String code) -> welcomed(standing(talk, code), code);
            case Heard.CameBack(String code) ->
                new ComeByCode(scene).on(Turn.silent(standing(talk, code)), "greeting", code);
            case Heard.Unreadable _ -> unreadable(talk);
        };
    }

    /// What is told next is most likely where the code hangs.
    private Conversation standing(Conversation talk, @Nullable String code) {
        return placeOf(code)
                .map(place -> talk.scanning(new Scanned(place.id(), scene.now())))
                .orElse(talk);
    }

    /// A door has a code that says so, any other place its own id.
    private Optional<Place> placeOf(@Nullable String code) {
        if (code == null) {
            return Optional.empty();
        }
        return Doorplate.place(scene.map(), code).or(() -> scene.map().openPlace(code));
    }

    private Conversation counted(Conversation talk, String words) {
        return talk.counting(words, scene.now()).noting(new Line(scene.at(), "", scene.kept(words)));
    }

    private Turn shown(Conversation talk, Heard.Shown shown) {
        return talk.isWithStaff() ? Turn.silent(talk) : new Look(scene).at(talk, shown);
    }

    private Turn pointed(Conversation talk, Heard.Pointed spot) {
        return talk.isWithStaff() ? Turn.silent(talk) : new Look(scene).where(talk, spot);
    }

    private Turn said(Conversation talk, String words) {
        boolean isSilent = talk.isWithStaff() && !isInDanger(talk);
        var over = isSilent
                ? Optional.<Turn>empty()
                : new AllClear(scene).answer(talk, words).or(() -> new ToldByNeighbours(scene).answer(talk, words));
        if (over.isPresent()) {
            return over.get();
        }
        // however often somebody cries for help, it is never taken for an echo
        var alarm = new CallForHelp(scene).answer(talk);
        if (alarm.isPresent()) {
            return alarm.get();
        }
        if (talk.latestEcho().filter(Echo::isTooMany).isPresent()) {
            return looping(talk);
        }
        var danger = isSilent ? Optional.<Turn>empty() : new StillInDanger(scene).answer(talk, words);
        if (danger.isPresent()) {
            return danger.get();
        }
        if (talk.isWithStaff()) {
            return new WithStaff(scene).hears(talk, words);
        }
        var turn = talk.top().map(it -> replied(talk, it, words)).orElseGet(() -> opened(talk, words));
        return kindly(turn, words);
    }

    /// Whoever is, is heard also while staff has the talk.
    private boolean isInDanger(Conversation talk) {
        var done = talk.done();
        return done != null && done.isFreshEmergency(scene.now());
    }

    /// Two machines that answer each other would do so for ever.
    private Turn looping(Conversation talk) {
        boolean first = talk.latestEcho().filter(Echo::isFirstTooMany).isPresent();
        return first && scene.addressed() && !talk.isWithStaff()
                ? Turn.silent(talk).say("loop")
                : Turn.silent(talk);
    }

    private Turn opened(Conversation talk, String words) {
        return new JoinTopic(scene)
                .saying(talk, words)
                .orElseGet(() -> new OpenSubject(scene).on(Turn.silent(talk), words));
    }

    private Turn replied(Conversation talk, Form form, String words) {
        if (Phrases.isCancel(words)) {
            return new Advance(scene).from(Turn.silent(talk.closingTop()).say("cancelled"));
        }
        if (scene.setPhrase(words).isPresent()) {
            return opened(
                    onlyShown(form)
                            ? talk.closingTop().keepingPictures(form.gathered().pictures())
                            : talk,
                    words);
        }
        if (scene.addressed() && AboutUs.isAsked(words)) {
            return opened(talk, words);
        }
        if (scene.addressed() && form.asks(Need.PLACE) && Phrases.looksItUp(words)) {
            return Turn.silent(talk).say("take-your-time");
        }
        var corrected = new ReadReply(scene).corrected(form, words);
        if (corrected.isPresent()) {
            return advance(talk, corrected.get());
        }
        return switch (new ReadReply(scene).of(form, words)) {
            case Reading.Filled(Form filled) -> advance(talk, filled);
            case Reading.More(Form more) -> askedOn(talk, more);
            case Reading.StoreyOrBuilding(String number, Place building) ->
                new Ask(scene).storeyOrBuilding(Turn.silent(talk), form, number, building);
            case Reading.Unclear(Located why)
            when isNearer(form, why) -> new Ask(scene).on(Turn.silent(talk), form, Need.PLACE, why, FIRST);
            case Reading.Unclear(Located why) -> new Advance(scene).again(Turn.silent(talk), form, why);
            case Reading.Denied _ -> denied(talk, form);
            case Reading.OtherSubject _ -> opened(talk, words);
            case Reading.NoAnswer _ -> unanswered(talk, form, words);
        };
    }

    /// Pictures of which nobody has said yet what they are about.
    private static boolean onlyShown(Form form) {
        var gathered = form.gathered();
        return gathered.label() == null
                && gathered.words().isEmpty()
                && !gathered.pictures().isEmpty();
    }

    private Turn advance(Conversation talk, Form form) {
        return new Advance(scene).from(Turn.silent(talk.replacingTop(form)));
    }

    /// "3栋501" of a building with two units: an answer that leads to a nearer question, unless that was asked already.
    private static boolean isNearer(Form form, Located why) {
        return form.question() != null
                && !form.urgent()
                && why instanceof Located.Ambiguous(List<Place> candidates)
                && !form.question()
                        .offered()
                        .equals(candidates.stream().map(Place::id).toList());
    }

    /// More was told, only not what was asked for: that is no failed answer.
    private Turn askedOn(Conversation talk, Form form) {
        var turn = Turn.silent(talk.replacingTop(form));
        return new Advance(scene)
                .missing(form)
                .map(need -> new Ask(scene).on(turn, form, need, NOTHING, Ask.Round.BACK))
                .orElseGet(() -> new Advance(scene).from(turn));
    }

    private Turn denied(Conversation talk, Form form) {
        return form.gathered().label() == null
                ? new Ask(scene).on(Turn.silent(talk), Form.of(Gathered.of(scene.key())), Need.WORDS, NOTHING, FIRST)
                : new Ask(scene).on(Turn.silent(talk), form, Need.PLACE, NOTHING, FIRST);
    }

    private Turn unanswered(Conversation talk, Form form, String words) {
        if (!scene.addressed()) {
            return Turn.silent(talk);
        }
        if (Phrases.isPatience(words)) {
            return Turn.silent(talk).say("take-your-time");
        }
        if (form.asks(Need.PLACE) && Phrases.saysHome(words) && scene.home().isEmpty()) {
            return new Ask(scene).on(Turn.silent(talk), form, Need.PLACE, NOTHING, Ask.Round.HOME);
        }
        return isOfItsOwn(words) ? opened(talk, words) : new Advance(scene).again(Turn.silent(talk), form, NOTHING);
    }

    /// What is answered whatever else is asked for is no failed answer.
    private boolean isOfItsOwn(String words) {
        if (words.length() < ASKS_FROM || Phrases.doesNotKnow(words)) {
            return false;
        }
        var meant = scene.understood(words);
        boolean greets = meant.intent().act().equals("greet") && meant.confidence() >= Scene.SURE;
        boolean asks = meant.intent().act().equals("ask") && meant.confidence() >= Scene.LEAST;
        return greets || asks || Phrases.asksToKnow(words);
    }

    private Turn unreadable(Conversation talk) {
        return scene.addressed() && !talk.isWithStaff() ? Turn.silent(talk).say("cannot-read") : Turn.silent(talk);
    }

    /// Neighbours read along, so what is private is better said elsewhere.
    private Turn kindly(Turn turn, String words) {
        return scene.inGroup() && !turn.acts().isEmpty() && Masked.hides(words) ? turn.say("phone-in-group") : turn;
    }

    private Turn welcomed(Conversation talk, @Nullable String code) {
        if (scene.inGroup()) {
            return scene.deservesWelcome() ? Turn.silent(talk).say("welcome-in-group") : Turn.silent(talk);
        }
        return new ComeByCode(scene).on(Turn.silent(talk), "welcome", code);
    }
}
