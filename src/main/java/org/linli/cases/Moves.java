package org.linli.cases;

import static org.linli.cases.Outcome.Refusal.ALREADY_DONE;
import static org.linli.cases.Outcome.Refusal.NOT_NOW;
import static org.linli.cases.Outcome.Refusal.SAME_UNIT;
import static org.linli.cases.Outcome.Refusal.STAFF_ONLY;
import static org.linli.cases.Outcome.Refusal.WORDS_MISSING;

import java.time.Instant;
import java.util.List;
import org.linli.cases.Outcome.Moved;
import org.linli.cases.Outcome.Refused;

/// What each [Act] does to a case. Pure: a case, an act, a person and a time give a new case, a step and news.
public record Moves(Case from, Who who, Instant now) {

    public Outcome make(Act act) {
        if (!mayBeDoneBy(who, act)) {
            return new Refused(STAFF_ONLY);
        }
        return switch (act) {
            case Act.Accept _ -> accept();
            case Act.PassOn(String unit, String reason) -> passOn(unit, reason);
            case Act.Return(String desk, String reason) -> giveBack(desk, reason);
            case Act.Reply(String words) -> answer(words);
            case Act.Resolve(String note, List<String> pictures) -> resolve(note, pictures);
            case Act.Urge(String words) -> whileOpen(Step.Kind.URGED, words, List.of(), toUnit("case-unit-urged"));
            case Act.Add(String words, List<String> pictures) -> add(words, pictures);
            case Act.Withdraw(String words, boolean othersWait) -> withdraw(words, othersWait);
            case Act.Rate(Rating rating) -> rate(rating);
            case Act.Reopen(String words) -> reopen(words);
            case Act.Close(String words) -> close(words);
            case Act.Unmask _ -> same(Step.Kind.UNMASKED, "", List.of(), List.of());
        };
    }

    private static boolean mayBeDoneBy(Who who, Act act) {
        return switch (act) {
            case Act.Urge _, Act.Add _, Act.Withdraw _, Act.Rate _, Act.Reopen _ -> true;
            case Act.Accept _, Act.PassOn _, Act.Return _, Act.Reply _, Act.Resolve _, Act.Close _, Act.Unmask _ ->
                who.kind() != Who.Kind.RESIDENT;
        };
    }

    private Outcome accept() {
        var care = new Care(from.care().unit(), who.id(), from.care().dueAt());
        return to(from.with(State.IN_PROGRESS, care), Step.Kind.ACCEPTED, "", List.of(), toResidents("case-accepted"));
    }

    private Outcome passOn(String unit, String reason) {
        if (reason.isBlank()) {
            return new Refused(WORDS_MISSING);
        }
        if (unit.equals(from.care().unit())) {
            return new Refused(SAME_UNIT);
        }
        var after = from.with(State.PASSED_ON, new Care(unit, null, from.care().dueAt()));
        return to(after, Step.Kind.PASSED_ON, reason, List.of(), both("case-passed-on", "case-unit-new"));
    }

    private Outcome giveBack(String desk, String reason) {
        if (reason.isBlank()) {
            return new Refused(WORDS_MISSING);
        }
        var after = from.with(State.RETURNED, new Care(desk, null, from.care().dueAt()));
        return to(after, Step.Kind.RETURNED, reason, List.of(), both("case-returned", "case-unit-returned"));
    }

    private Outcome answer(String words) {
        return words.isBlank() ? new Refused(WORDS_MISSING) : answered(from.in(from.state()), words);
    }

    /// A new version although the state stays: a second click on the same page finds the first one.
    private Outcome answered(Case after, String words) {
        var step = Step.of(after, Step.Kind.ANSWERED, who, now, words.strip(), List.of());
        return new Moved(from, after, step, toResidents("case-answered"));
    }

    private Outcome resolve(String note, List<String> pictures) {
        if (note.isBlank()) {
            return new Refused(WORDS_MISSING);
        }
        return to(from.resolved(now), Step.Kind.RESOLVED, note, pictures, toResidents("case-resolved"));
    }

    private Outcome add(String words, List<String> pictures) {
        return words.isBlank() && pictures.isEmpty()
                ? new Refused(WORDS_MISSING)
                : whileOpen(Step.Kind.ADDED, words, pictures, toUnit("case-unit-added"));
    }

    private Outcome withdraw(String words, boolean othersWait) {
        return othersWait
                ? whileOpen(Step.Kind.LEFT, words, List.of(), List.of())
                : to(from.in(State.WITHDRAWN), Step.Kind.WITHDRAWN, words, List.of(), toUnit("case-unit-withdrawn"));
    }

    private Outcome rate(Rating rating) {
        if (from.state() == State.RATED) {
            return new Refused(ALREADY_DONE);
        }
        var dueAt = Promise.dueAt(from.problem().label(), now);
        return rating.isSatisfied()
                ? to(from.rated(rating), Step.Kind.RATED, spoken(rating), List.of(), toUnit("case-unit-rated"))
                : to(from.reopened(rating, dueAt), Step.Kind.RATED, spoken(rating), List.of(), again());
    }

    private Outcome reopen(String words) {
        var dueAt = Promise.dueAt(from.problem().label(), now);
        return to(from.reopened(from.rating(), dueAt), Step.Kind.REOPENED, words, List.of(), again());
    }

    private Outcome close(String words) {
        return to(from.in(State.CLOSED), Step.Kind.CLOSED, words, List.of(), toResidents("case-closed"));
    }

    private Outcome to(Case after, Step.Kind kind, String words, List<String> pictures, List<News> news) {
        boolean stays = from.state() == after.state();
        if (stays && after.state() != State.PASSED_ON) {
            return new Refused(ALREADY_DONE);
        }
        if (!stays && !from.state().mayBecome(after.state())) {
            return new Refused(NOT_NOW);
        }
        return new Moved(from, after, Step.of(after, kind, who, now, words.strip(), pictures), news);
    }

    private Outcome whileOpen(Step.Kind kind, String words, List<String> pictures, List<News> news) {
        return from.isOpen() ? same(kind, words, pictures, news) : new Refused(NOT_NOW);
    }

    /// The history grows, the case stays as it is: two of these never get into each other's way.
    private Outcome same(Step.Kind kind, String words, List<String> pictures, List<News> news) {
        return new Moved(from, from, Step.of(from, kind, who, now, words.strip(), pictures), news);
    }

    private static String spoken(Rating rating) {
        return ("★".repeat(rating.stars()) + " " + rating.words()).strip();
    }

    private static List<News> toResidents(String template) {
        return List.of(News.toResidents(template));
    }

    private static List<News> toUnit(String template) {
        return List.of(News.toUnit(template));
    }

    private static List<News> both(String residents, String unit) {
        return List.of(News.toResidents(residents), News.toUnit(unit));
    }

    private static List<News> again() {
        return both("case-reopened", "case-unit-reopened");
    }
}
