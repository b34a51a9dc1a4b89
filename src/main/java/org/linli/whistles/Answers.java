package org.linli.whistles;

import static org.linli.whistles.Whistle.State.CALLED;
import static org.linli.whistles.Whistle.State.DONE;
import static org.linli.whistles.Whistle.State.REFUSED;
import static org.linli.whistles.Whistle.State.RELEASED;
import static org.linli.whistles.Whistle.State.REPORTED_IN;

import java.time.Instant;
import java.util.Set;
import org.linli.whistles.WhistleStep.Kind;

/// What each [Answer] does to a whistle: pure.
///
/// @param by the name that the history tells
record Answers(Whistle from, String by, Instant now) {

    private static final int LONGEST_NAME = 40;

    /// What became of it.
    sealed interface Outcome {

        record Moved(Whistle before, WhistleStep step) implements Outcome {}

        record Declined(Trouble why) implements Outcome {}
    }

    /// Why an answer was not taken. Its name is a key of what the page says.
    public enum Trouble {
        NOT_NOW,
        NAME_MISSING,
        WORDS_MISSING,
        TIME_OVER,
        STARS_MISSING
    }

    Outcome make(Answer answer) {
        return switch (answer) {
            case Answer.ReportIn(String name) -> reportIn(name.strip());
            case Answer.Tell(String words) -> said(Set.of(REPORTED_IN), from.in(from.state()), Kind.TOLD, words);
            case Answer.Finish(String words) -> said(Set.of(REPORTED_IN), from.in(DONE), Kind.DONE, words);
            case Answer.Refuse(String reason) -> said(Set.of(CALLED), from.in(REFUSED), Kind.REFUSED, reason);
            case Answer.Insist insist -> insist(insist);
            case Answer.Release(String reason) ->
                said(Set.of(CALLED, REFUSED, REPORTED_IN), from.in(RELEASED), Kind.RELEASED, reason);
            case Answer.Rate(int stars, String words) -> rate(stars, words);
            case Answer.Chase() -> chase();
        };
    }

    private Outcome reportIn(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return new Outcome.Declined(Trouble.NAME_MISSING);
        }
        return moved(Set.of(CALLED), from.reportedIn(name, now), Kind.REPORTED_IN, name);
    }

    private Outcome insist(Answer.Insist insist) {
        if (!insist.reportBy().isAfter(now)) {
            return new Outcome.Declined(Trouble.TIME_OVER);
        }
        var again = new Whistle.Call(insist.reason().strip(), insist.by(), now, insist.reportBy());
        return said(Set.of(REFUSED), from.calledAgain(again), Kind.INSISTED, insist.reason());
    }

    private Outcome rate(int stars, String words) {
        if (stars < 1 || stars > 5) {
            return new Outcome.Declined(Trouble.STARS_MISSING);
        }
        var verdict = new Whistle.Verdict(stars, words.strip());
        return moved(Set.of(DONE), from.rated(verdict), Kind.RATED, verdict.words());
    }

    private Outcome chase() {
        return from.chasedAt() == null && from.isLate(now)
                ? moved(Set.of(CALLED), from.chased(now), Kind.CHASED, "")
                : new Outcome.Declined(Trouble.NOT_NOW);
    }

    private Outcome said(Set<Whistle.State> when, Whistle after, Kind kind, String words) {
        return words.isBlank() ? new Outcome.Declined(Trouble.WORDS_MISSING) : moved(when, after, kind, words.strip());
    }

    private Outcome moved(Set<Whistle.State> when, Whistle after, Kind kind, String words) {
        return when.contains(from.state())
                ? new Outcome.Moved(from, new WhistleStep(after, kind, by, now, words))
                : new Outcome.Declined(Trouble.NOT_NOW);
    }
}
