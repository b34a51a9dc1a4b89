package org.linli.dialogue.danger;

import java.util.Optional;
import org.linli.community.Located;
import org.linli.community.Located.Ambiguous;
import org.linli.community.Located.Found;
import org.linli.community.Located.NoSuchBuilding;
import org.linli.community.Located.NothingSaid;
import org.linli.dialogue.asking.TellStaff;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Spoken;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Danger;
import org.linli.dialogue.talk.Form;

/// Another cry for help within an emergency that staff knows of: the words go to them and to the case, no second case
/// is opened, and nobody is asked for the place that they told.
record CryAgain(Scene scene) {

    /// Empty where none is known yet, or nobody was told where it is.
    Optional<Turn> answer(Conversation talk, String words) {
        var open = talk.forms().stream().filter(Form::urgent).findFirst();
        return open.isPresent() ? Optional.of(asked(talk, open.get(), words)) : told(talk, words);
    }

    /// The place is being asked for.
    private Turn asked(Conversation talk, Form form, String words) {
        var rest =
                talk.with(talk.forms().stream().filter(it -> !it.equals(form)).toList());
        var where = new PlaceOfDanger(scene);
        var located = where.located(talk, words);
        return switch (located) {
            case Found found -> where.told(rest, form, found, words);
            case NothingSaid _
            when needsNoAdvice(words) ->
                new StillInDanger(scene).passedOn(talk, words).orElseGet(() -> onceMore(rest, form, located, words));
            case NothingSaid _, Ambiguous _, NoSuchBuilding _ -> onceMore(rest, form, located, words);
        };
    }

    /// Staff is told again, also of a place that is not clear yet.
    private Turn onceMore(Conversation rest, Form form, Located located, String words) {
        var call = new CallForHelp(scene);
        var danger = Danger.in(words);
        var news = new TellStaff(scene).emergency(danger, scene.kept(words), null);
        var told = Turn.silent(rest)
                .then(call.say(danger, located, !news.isEmpty()))
                .thenAll(news);
        return call.asking(told, form.with(new Spoken(scene).addedTo(form.gathered(), words)), located);
    }

    private Optional<Turn> told(Conversation talk, String words) {
        var done = talk.done();
        var where = new PlaceOfDanger(scene);
        var told = where.told(talk);
        if (done == null || !done.isFreshEmergency(scene.now()) || told.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (where.located(talk, words)) {
                    case Found found
                    when where.isMoreExact(talk, words, found) -> where.told(talk, where.form(), found, words);
                    case Found found
                    when !scene.map().isWithin(told.get(), found.place().id()) ->
                        new CallForHelp(scene).alarm(talk, words, found);
                    case Ambiguous several -> new CallForHelp(scene).alarm(talk, words, several);
                    case Found _, NoSuchBuilding _, NothingSaid _ -> there(talk, words, new Found(told.get(), ""));
                });
    }

    /// What names no danger of its own, like "他今年80岁了", or that help is there.
    private static boolean needsNoAdvice(String words) {
        return Danger.in(words) == Danger.OTHER || HelpCame.isSaid(words);
    }

    private Turn there(Conversation talk, String words, Found told) {
        return needsNoAdvice(words)
                ? new StillInDanger(scene)
                        .passedOn(talk, words)
                        .orElseGet(() -> new CallForHelp(scene).alarm(talk, words, told))
                : new CallForHelp(scene).alarm(talk, words, told);
    }
}
