package org.linli.cases;

import static org.linli.cases.Move.both;
import static org.linli.cases.Move.toResidents;
import static org.linli.cases.Outcome.Refusal.ALREADY_DONE;
import static org.linli.cases.Outcome.Refusal.NOT_NEEDED;
import static org.linli.cases.Outcome.Refusal.NOT_NOW;
import static org.linli.cases.Outcome.Refusal.SAME_UNIT;
import static org.linli.cases.Outcome.Refusal.TOO_LONG;
import static org.linli.cases.Outcome.Refusal.WORDS_MISSING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.cases.Outcome.Refused;

/// What only staff does to a case, and the service for it: pure.
record StaffMoves(Move move) {

    private static final Duration LONGEST_DELAY = Duration.ofDays(30);

    Outcome accept() {
        var care = new Care(from().care().unit(), move.who().id(), from().care().dueAt());
        return move.to(from().with(State.IN_PROGRESS, care), Step.Kind.ACCEPTED, "", toResidents("case-accepted"));
    }

    Outcome passOn(String unit, String reason) {
        if (reason.isBlank()) {
            return new Refused(WORDS_MISSING);
        }
        if (unit.equals(from().care().unit())) {
            return new Refused(SAME_UNIT);
        }
        var after = from().with(State.PASSED_ON, lyingWith(unit));
        return move.to(after, Step.Kind.PASSED_ON, reason, both("case-passed-on", "case-unit-new"));
    }

    Outcome giveBack(String desk, String reason) {
        if (reason.isBlank()) {
            return new Refused(WORDS_MISSING);
        }
        var after = from().with(State.RETURNED, lyingWith(desk));
        return move.to(after, Step.Kind.RETURNED, reason, both("case-returned", "case-unit-returned"));
    }

    Outcome answer(String words) {
        var after = from().in(from().state());
        return words.isBlank()
                ? new Refused(WORDS_MISSING)
                : move.changed(after, Step.Kind.ANSWERED, words, List.of(), toResidents("case-answered"));
    }

    Outcome resolve(String note, List<String> pictures) {
        return note.isBlank()
                ? new Refused(WORDS_MISSING)
                : move.to(
                        from().resolved(move.now()), Step.Kind.RESOLVED, note, pictures, toResidents("case-resolved"));
    }

    /// Only ever later than promised before, and not for ever.
    Outcome delay(Instant dueAt, String reason) {
        if (!from().isOpen()) {
            return new Refused(NOT_NOW);
        }
        if (!dueAt.isAfter(from().care().dueAt())) {
            return new Refused(NOT_NEEDED);
        }
        if (dueAt.isAfter(move.now().plus(LONGEST_DELAY))) {
            return new Refused(TOO_LONG);
        }
        var care = new Care(from().care().unit(), from().care().assignee(), dueAt);
        var after = from().with(from().state(), care);
        return move.changed(after, Step.Kind.DELAYED, reason, List.of(), toResidents("case-delayed"));
    }

    Outcome close(String words) {
        return move.to(from().in(State.CLOSED), Step.Kind.CLOSED, words, toResidents("case-closed"));
    }

    /// Nobody outside is told: it is the same matter.
    Outcome relabel(String label, String words) {
        var before = from().problem();
        if (!from().isOpen()) {
            return new Refused(NOT_NOW);
        }
        if (before.label().equals(label)) {
            return new Refused(ALREADY_DONE);
        }
        var problem = new Problem(label, before.place(), before.spot(), before.detail(), before.words());
        var after = from().at(problem, from().state(), from().care());
        return move.changed(after, Step.Kind.RELABELLED, words, List.of(), List.of());
    }

    private Case from() {
        return move.from();
    }

    private Care lyingWith(String unit) {
        return new Care(unit, null, from().care().dueAt());
    }
}
