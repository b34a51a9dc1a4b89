package org.linli.dialogue.asking;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.community.Located;
import org.linli.community.Located.Ambiguous;
import org.linli.community.Located.Found;
import org.linli.community.Located.NoSuchBuilding;
import org.linli.community.Located.NothingSaid;
import org.linli.community.Place;
import org.linli.dialogue.Need;
import org.linli.dialogue.phrases.Words;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Form;
import org.linli.dialogue.talk.Heard;
import org.linli.dialogue.talk.Question;

/// Puts one question, with what can be tapped as an answer.
public record Ask(Scene scene) {

    /// Why it is asked now; the words differ.
    public enum Round {
        FIRST,
        /// The reply was no answer.
        AGAIN,
        /// The reply was "at home", and we do not know where that is.
        HOME,
        /// Something else was talked about in between.
        BACK;

        static Round of(Form form, Need need, Turn turn) {
            return !form.asks(need) ? FIRST : turn.acts().isEmpty() ? AGAIN : BACK;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int MOST_CHOICES = 12;

    public Turn on(Turn turn, Form form, Need need, Located why, Round round) {
        var question = Question.about(need, scene.now())
                .failed(form.asks(need) ? form.failures() : 0)
                .remindedOf(round == Round.BACK ? scene.now() : null);
        return switch (need) {
            case PLACE -> place(turn, form, question, why, round);
            case WORDS -> asked(turn, form, question, "ask-words", facts(form, round, List.of()));
            case TIME -> asked(turn, form, question, "ask-time", facts(form, round, List.of()));
            case PHONE -> asked(turn, form, question, "ask-phone", facts(form, round, List.of()));
        };
    }

    private Turn place(Turn turn, Form form, Question question, Located why, Round round) {
        return switch (why) {
            case NoSuchBuilding(String said) -> {
                var facts = facts(form, round, buildings());
                facts.put("said", Words.brief(scene.kept(said), 20));
                yield asked(turn, form, question.offering(ids(buildings())), "no-such-building", facts);
            }
            case Ambiguous(List<Place> candidates) ->
                asked(turn, form, question.offering(ids(candidates)), "which-place", facts(form, round, candidates));
            case Found _, NothingSaid _ -> {
                var nearer = nearer(form);
                yield nearer.isEmpty()
                        ? plainly(turn, form, question, round)
                        : asked(turn, form, question.offering(ids(nearer)), "which-place", facts(form, round, nearer));
            }
        };
    }

    /// Which of a few it was asked already: whoever says something else in between is not asked for the building again.
    private List<Place> nearer(Form form) {
        var asked = form.question();
        return asked != null && isOfFew(asked)
                ? asked.offered().stream()
                        .flatMap(it -> scene.map().place(it).stream())
                        .toList()
                : List.of();
    }

    private boolean isOfFew(Question asked) {
        return asked.need() == Need.PLACE
                && !asked.home()
                && asked.offered().size() > 1
                && asked.offered().size() <= MOST_CHOICES
                && !asked.offered().equals(ids(buildings()));
    }

    /// In private we guess that it is where the speaker lives, until that is denied.
    private Turn plainly(Turn turn, Form form, Question question, Round round) {
        var guess = new LikelyPlace(scene);
        var same = guess.beside(turn, form);
        if (same.isPresent() && !scene.inGroup() && !form.urgent()) {
            var facts = facts(form, round, List.of());
            facts.put("place", scene.map().display(same.get()));
            return asked(turn, form, question.ofHome(same.get().id()), "ask-place-same", facts);
        }
        var building = guess.home(turn.next());
        if (building.isEmpty() || scene.inGroup() || !mayBeHome(form, round)) {
            return asked(turn, form, question.offering(ids(buildings())), "ask-place", facts(form, round, buildings()));
        }
        var facts = facts(form, round, List.of());
        facts.put("home", scene.map().display(building.get()));
        return asked(turn, form, question.ofHome(building.get().id()), "ask-place-home", facts);
    }

    private static boolean mayBeHome(Form form, Round round) {
        return switch (round) {
            case FIRST -> !form.asks(Need.PLACE);
            case AGAIN -> form.asksForHome();
            case HOME -> false;
            case BACK -> true;
        };
    }

    /// Of a spot between two places: is it the nearer one?
    public Turn near(Turn turn, Form form, List<Place> between) {
        var facts = facts(form, Round.FIRST, between);
        facts.put("near", scene.map().display(between.getFirst()));
        var question = Question.about(Need.PLACE, scene.now()).near(ids(between));
        return asked(turn, form, question, "ask-place-near", facts);
    }

    /// "5楼": the building, or the storey?
    public Turn storeyOrBuilding(Turn turn, Form form, String number, Place building) {
        var facts = facts(form, Round.FIRST, List.of());
        facts.put("building", building.name());
        facts.put("storey", number);
        var question =
                Question.about(Need.PLACE, scene.now()).failed(form.failures()).offering(List.of(building.id()));
        return asked(turn, form, question, "ask-storey", facts);
    }

    private Turn asked(Turn turn, Form form, Question question, String template, Map<String, String> facts) {
        return turn.with(turn.next().replacingTop(form.asking(question))).say(template, facts);
    }

    private Map<String, String> facts(Form form, Round round, List<Place> choices) {
        var facts = new HashMap<String, String>();
        facts.put("round", round.word());
        facts.put("picture", form.gathered().pictures().isEmpty() ? "no" : "yes");
        facts.put(
                "shown",
                scene.heard() instanceof Heard.Shown shown ? shown.kind().word() : "");
        facts.put("pointed", form.gathered().detail().isEmpty() ? "no" : "yes");
        facts.put(
                "label", form.gathered().label() == null ? "" : form.gathered().label());
        facts.put("choices", choices.size() > MOST_CHOICES ? "" : names(choices));
        return facts;
    }

    private List<Place> buildings() {
        var here = scene.here().map(scene.map()::within).orElse(List.of()).stream()
                .filter(it -> it.kind() == Place.Kind.BUILDING)
                .toList();
        return here.isEmpty() ? scene.map().buildings() : here;
    }

    /// Short where that is clear, otherwise with the compound before it.
    private String names(List<Place> places) {
        boolean unique = places.stream().map(Place::name).distinct().count() == places.size();
        return places.stream()
                .map(it -> unique ? it.name() : scene.map().display(it))
                .map(it -> it.replace('|', ' '))
                .collect(Collectors.joining("|"));
    }

    private static List<String> ids(List<Place> places) {
        return places.stream().map(Place::id).toList();
    }
}
