package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;

/// A report that somebody has to answer by the time promised. Never changes: a step makes a new one.
///
/// @param course     the rules it runs under
/// @param resolvedAt when it was last called done; `null` before
/// @param rating     the latest verdict; `null` before
/// @param version    rises with each change, so that two people cannot change the same case unseen
public record Case(
        CommunityId community,
        String number,
        Course course,
        Problem problem,
        Neighbour reporter,
        State state,
        Care care,
        Instant openedAt,
        @Nullable Instant resolvedAt,
        @Nullable Rating rating,
        long version) {

    public boolean isOpen() {
        return state.isOpen();
    }

    public boolean isLate(Instant now) {
        return isOpen() && state != State.WAITING && care.dueAt().isBefore(now);
    }

    Case under(Course rules) {
        return new Case(
                community, number, rules, problem, reporter, state, care, openedAt, resolvedAt, rating, version);
    }

    Case waiting(Instant since) {
        return cared(care.waiting(since));
    }

    Case due(Instant at) {
        return cared(care.due(at).waiting(null));
    }

    /// The same version.
    private Case cared(Care other) {
        return new Case(
                community, number, course, problem, reporter, state, other, openedAt, resolvedAt, rating, version);
    }

    /// The same under another version, for a case that is brought back.
    Case as(long other) {
        return new Case(community, number, course, problem, reporter, state, care, openedAt, resolvedAt, rating, other);
    }

    public Case in(State next) {
        return with(next, care);
    }

    /// The same version, waited for since then.
    Case since(Instant earlier) {
        return new Case(
                community, number, course, problem, reporter, state, care, earlier, resolvedAt, rating, version);
    }

    Case with(State next, Care care) {
        return new Case(
                community, number, course, problem, reporter, next, care, openedAt, resolvedAt, rating, version + 1);
    }

    /// Elsewhere, in whosever care it is there.
    Case at(Problem elsewhere, State next, Care care) {
        return new Case(
                community, number, course, elsewhere, reporter, next, care, openedAt, resolvedAt, rating, version + 1);
    }

    Case resolved(State next, Instant at) {
        return new Case(community, number, course, problem, reporter, next, care, openedAt, at, null, version + 1);
    }

    Case rated(State next, Rating verdict) {
        return new Case(
                community, number, course, problem, reporter, next, care, openedAt, resolvedAt, verdict, version + 1);
    }

    /// Back to the unit that had it, with a promise of its own.
    Case reopened(State next, @Nullable Rating verdict, Instant dueAt) {
        var again = care.due(dueAt);
        return new Case(
                community, number, course, problem, reporter, next, again, openedAt, null, verdict, version + 1);
    }

    @Override
    public String toString() {
        return "Case[" + number + ", " + state + "]";
    }
}
