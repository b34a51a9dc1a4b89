package org.linli.polls.rounds;

import java.time.Clock;
import java.util.stream.Collectors;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.polls.PollWords;
import org.linli.polls.rounds.RoundChanged.Result;
import org.springframework.stereotype.Component;

/// What the audit trail says of a round: who declared it, each step that it took, what was counted and to whom it was
/// handed. To be committed together with the change. No proposer, voter or objector is named.
@Component
class TrailOfRounds {

    /// Dates bring most steps about, and no person.
    private static final String BY_ITSELF = "";

    private final PollWords words;
    private final Clock clock;

    TrailOfRounds(PollWords words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    Noted declared(Round round) {
        return noted(
                round,
                round.askedBy(),
                "declared",
                round.title(),
                RoundLetters.money(round.rules().budget()),
                phase(round));
    }

    /// By its dates, or by what is done.
    ///
    /// @param after as it is then
    Noted moved(Round after) {
        return noted(after, BY_ITSELF, "moved", phase(after));
    }

    Noted ended(Round after, StaffMember by) {
        return noted(after, by.id(), "moved", phase(after));
    }

    Noted calledOff(Round round) {
        return noted(round, BY_ITSELF, "off");
    }

    Noted counted(Round round, Result result) {
        return noted(
                round,
                BY_ITSELF,
                result.winners().isEmpty() ? "counted.none" : "counted",
                String.valueOf(result.ballots()),
                result.winners().stream().map(String::valueOf).collect(Collectors.joining("、")),
                RoundLetters.money(result.cost()));
    }

    Noted handedOver(Round round, int proposal, String unit, StaffMember by) {
        return noted(round, by.id(), "handed", String.valueOf(proposal), unit);
    }

    /// What an objection comes to.
    Noted decided(Round round, Objection it, Verdict verdict, StaffMember by) {
        return noted(round, by.id(), "decided", String.valueOf(it.number()), words.say("rounds.verdict." + verdict));
    }

    private String phase(Round round) {
        return words.say("rounds.phase." + round.phase());
    }

    private Noted noted(Round round, String who, String what, Object... facts) {
        return new Noted(
                round.community(),
                who,
                Noted.Kind.PUBLISHED,
                "round/" + round.number(),
                words.say("rounds.trail." + what, facts),
                clock.instant());
    }
}
