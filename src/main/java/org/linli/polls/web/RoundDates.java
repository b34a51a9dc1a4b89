package org.linli.polls.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.polls.PollWords;
import org.linli.polls.rounds.Hindrance;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.linli.polls.web.RoundView.Step;
import org.springframework.stereotype.Component;

/// Where a round stands, until when, and what holds it up.
@Component
class RoundDates {

    private final CaseWords words;
    private final PollWords say;
    private final Clock clock;

    RoundDates(CaseWords words, PollWords say, Clock clock) {
        this.words = words;
        this.say = say;
        this.clock = clock;
    }

    /// Its phases in order.
    List<Step> steps(Round round) {
        var dates = round.schedule();
        var steps = List.of(
                step(round, Phase.ANNOUNCED, dates.collectFrom()),
                step(round, Phase.COLLECTING, dates.collectUntil()),
                step(round, Phase.REVIEW, dates.voteFrom()),
                step(round, Phase.VOTING, dates.voteUntil()),
                step(round, Phase.PUBLICITY, dates.objectUntil()),
                step(round, Phase.HANDING_OVER, null),
                step(round, Phase.CARRYING_OUT, null),
                step(round, Phase.APPRAISAL, round.phase() == Phase.APPRAISAL ? round.appraiseUntil() : null),
                step(round, Phase.PRIZES, null),
                step(round, Phase.OVER, null));
        return dates.isAnnounced() ? steps : steps.subList(1, steps.size());
    }

    /// What a resident can do now, and until when; or what happens meanwhile.
    String now(Round round) {
        var dates = round.schedule();
        var until = switch (round.phase()) {
            case ANNOUNCED -> dates.collectFrom();
            case COLLECTING -> dates.collectUntil();
            case REVIEW -> dates.voteFrom();
            case VOTING -> dates.voteUntil();
            case PUBLICITY -> dates.objectUntil();
            case HANDING_OVER, CARRYING_OUT, PRIZES, OVER -> round.since();
            case APPRAISAL -> round.appraiseUntil();
        };
        boolean counting = round.phase() == Phase.VOTING && !clock.instant().isBefore(until);
        return say.say("rounds.now." + (counting ? "COUNTING" : round.phase().name()), time(until));
    }

    /// Empty unless people should vote by now.
    String hindrance(Round round, List<Proposal> all) {
        boolean late = round.phase() == Phase.REVIEW
                && !clock.instant().isBefore(round.schedule().voteFrom());
        var why = Hindrance.of(round, all);
        if (!late || why.isNone()) {
            return "";
        }
        return why.unreviewed().isEmpty()
                ? say.say(
                        "rounds.waits.few",
                        String.valueOf(why.feasible()),
                        time(round.schedule().voteUntil()))
                : say.say(
                        "rounds.waits.review",
                        why.numbers(),
                        time(round.schedule().voteUntil()));
    }

    private Step step(Round round, Phase phase, @Nullable Instant until) {
        String state = round.phase() == phase ? "now" : round.phase().isAfter(phase) ? "over" : "later";
        return new Step(phase.name(), until == null ? "" : time(until), state);
    }

    String time(Instant at) {
        return new SpokenTime(words, clock.instant()).at(at);
    }
}
