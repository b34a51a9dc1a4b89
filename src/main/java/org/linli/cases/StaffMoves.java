package org.linli.cases;

import static org.linli.cases.Move.both;
import static org.linli.cases.Move.toResidents;
import static org.linli.cases.Outcome.Refusal.ALREADY_DONE;
import static org.linli.cases.Outcome.Refusal.COMMUNITY_DECIDES;
import static org.linli.cases.Outcome.Refusal.NOT_NEEDED;
import static org.linli.cases.Outcome.Refusal.SAME_UNIT;
import static org.linli.cases.Outcome.Refusal.TIME_MISSING;
import static org.linli.cases.Outcome.Refusal.TOO_LONG;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Outcome.Refused;

/// What only staff does to a case, and the service for it: pure.
record StaffMoves(Move move) {

    private static final Duration LONGEST_DELAY = Duration.ofDays(30);

    Outcome accept() {
        var care = from().care().acceptedBy(move.who().id());
        return moved(from().with(move.next(), care), Step.Kind.ACCEPTED, "", toResidents("case-accepted"));
    }

    /// Among units twice at most; then the community decides who takes it.
    Outcome passOn(String unit, String reason) {
        if (!isCommunity() && from().care().passed() >= Care.MOST_PASSED) {
            return new Refused(COMMUNITY_DECIDES);
        }
        return unit.equals(from().care().unit())
                ? new Refused(SAME_UNIT)
                : moved(lyingWith(unit), Step.Kind.PASSED_ON, reason, both("case-passed-on", "case-unit-new"));
    }

    /// The state stays: whoever was chosen has not accepted anything yet.
    Outcome handOver(String member, String reason) {
        return member.equals(from().care().assignee())
                ? new Refused(ALREADY_DONE)
                : moved(
                        from().with(move.next(), from().care().acceptedBy(member)),
                        Step.Kind.HANDED_OVER,
                        reason,
                        List.of(News.toAssignee("case-unit-handed-over")));
    }

    Outcome prioritise(Priority priority, String reason) {
        var before = from().care();
        if (priority == before.priority()) {
            return new Refused(ALREADY_DONE);
        }
        var care = move.pressing(priority);
        var news = new ArrayList<News>();
        news.add(News.toUnit(priority == Priority.EMERGENCY ? "case-unit-emergency" : "case-unit-priority"));
        if (care.dueAt().isBefore(before.dueAt())) {
            news.add(News.toResidents("case-sooner"));
        }
        return moved(from().with(move.next(), care), Step.Kind.PRIORITISED, reason, news);
    }

    Outcome giveBack(String desk, String reason) {
        return moved(lyingWith(desk), Step.Kind.RETURNED, reason, both("case-returned", "case-unit-returned"));
    }

    Outcome answer(String words) {
        return moved(from().in(move.next()), Step.Kind.ANSWERED, words, toResidents("case-answered"));
    }

    Outcome ask(String words) {
        return moved(from().in(move.next()), Step.Kind.ASKED, words, toResidents("case-asked"));
    }

    Outcome resolve(String note, List<String> pictures) {
        var after = from().resolved(move.next(), move.now());
        return move.changed(after, Step.Kind.RESOLVED, note, pictures, toResidents("case-resolved"));
    }

    /// Only ever later than promised before, and not for ever.
    Outcome delay(Instant dueAt, String reason) {
        if (!dueAt.isAfter(from().care().dueAt())) {
            return new Refused(NOT_NEEDED);
        }
        if (dueAt.isAfter(move.now().plus(LONGEST_DELAY))) {
            return new Refused(TOO_LONG);
        }
        var care = from().care().due(dueAt);
        return moved(from().with(move.next(), care), Step.Kind.DELAYED, reason, toResidents("case-delayed"));
    }

    /// Nobody is written to: the resident has read it already.
    Outcome promise(@Nullable Instant dueAt, String words) {
        if (dueAt == null || !dueAt.isAfter(move.now())) {
            return new Refused(TIME_MISSING);
        }
        return dueAt.isAfter(move.now().plus(Promises.FARTHEST))
                ? new Refused(TOO_LONG)
                : move.promised(from().in(move.next()), dueAt, words);
    }

    Outcome close(String words) {
        return moved(from().in(move.next()), Step.Kind.CLOSED, words, toResidents("case-closed"));
    }

    /// Nobody outside is told: it is the same matter, and runs on under the workflow it began with.
    Outcome relabel(String label, String words) {
        var before = from().problem();
        if (before.label().equals(label)) {
            return new Refused(ALREADY_DONE);
        }
        var problem = new Problem(label, before.place(), before.spot(), before.detail(), before.words());
        return moved(from().at(problem, move.next(), from().care()), Step.Kind.RELABELLED, words, List.of());
    }

    private Outcome moved(Case after, Step.Kind kind, String words, List<News> news) {
        return move.changed(after, kind, words, news);
    }

    private boolean isCommunity() {
        return move.who().kind() != Who.Kind.STAFF;
    }

    private Case from() {
        return move.from();
    }

    private Case lyingWith(String unit) {
        var care = from().care().lyingWith(unit);
        return from().with(move.next(), isCommunity() ? care : care.passedOnce());
    }
}
