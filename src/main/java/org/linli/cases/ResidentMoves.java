package org.linli.cases;

import static org.linli.cases.Move.both;
import static org.linli.cases.Move.toUnit;
import static org.linli.cases.Outcome.Refusal.ALREADY_DONE;
import static org.linli.cases.Outcome.Refusal.WORDS_MISSING;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Outcome.Refused;

/// What residents do to a case, and staff may do for them: pure.
record ResidentMoves(Move move) {

    Outcome urge(String words) {
        return move.changed(move.led(), Step.Kind.URGED, words, toUnit("case-unit-urged"));
    }

    Outcome add(String words, List<String> pictures) {
        return words.isBlank() && pictures.isEmpty()
                ? new Refused(WORDS_MISSING)
                : move.changed(move.led(), Step.Kind.ADDED, words, pictures, toUnit("case-unit-added"));
    }

    /// It goes where the workflow says; where that says nothing, another unit has to accept it. The time promised
    /// stays.
    Outcome relocate(Problem problem, Routing.Routed routed, String words) {
        if (problem.equals(from().problem())) {
            return new Refused(ALREADY_DONE);
        }
        return routed.unit().id().equals(from().care().unit())
                ? moved(from().at(problem, move.next(), from().care()), words, toUnit("case-unit-relocated"))
                : moved(rerouted(problem, routed), words, handedOn());
    }

    private Case rerouted(Problem problem, Routing.Routed routed) {
        var care = from().care().lyingWith(routed.unit().id());
        var next = move.declared().orElseGet(() -> State.begin(routed.found()));
        return from().at(problem, next, care);
    }

    private Outcome moved(Case after, String words, List<News> news) {
        return move.changed(after, Step.Kind.RELOCATED, words, List.of(), news);
    }

    private static List<News> handedOn() {
        return List.of(News.toUnit("case-unit-new"), News.toFormerUnit("case-unit-gone"));
    }

    Outcome withdraw(String words, boolean othersWait) {
        return othersWait
                ? move.same(Step.Kind.LEFT, words)
                : move.changed(from().in(move.next()), Step.Kind.WITHDRAWN, words, toUnit("case-unit-withdrawn"));
    }

    Outcome rate(Rating rating) {
        return rating.isSatisfied()
                ? move.changed(
                        from().rated(move.next(), rating), Step.Kind.RATED, spoken(rating), toUnit("case-unit-rated"))
                : move.changed(reopened(rating), Step.Kind.RATED, spoken(rating), again());
    }

    Outcome reopen(String words) {
        return move.changed(reopened(from().rating()), Step.Kind.REOPENED, words, again());
    }

    private Case reopened(@Nullable Rating verdict) {
        return from().reopened(move.next(), verdict, move.promised());
    }

    private Case from() {
        return move.from();
    }

    private static String spoken(Rating rating) {
        return ("★".repeat(rating.stars()) + " " + rating.words()).strip();
    }

    private static List<News> again() {
        return both("case-reopened", "case-unit-reopened");
    }
}
