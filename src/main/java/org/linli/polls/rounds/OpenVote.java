package org.linli.polls.rounds;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.linli.platform.database.Effect;
import org.linli.polls.Electorate;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.OpenPoll;
import org.linli.polls.Poll;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Paper;
import org.linli.polls.owners.OwnersAsked;
import org.linli.polls.register.RegisterDrawn;
import org.linli.polls.rounds.DrawUpRegister.Drawn;
import org.linli.polls.rounds.Proposal.State;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts the feasible proposals of a round to the vote of a register that is frozen by it.
@Component
class OpenVote {

    private final DrawUpRegister register;
    private final OpenPoll polls;
    private final Clock clock;

    OpenVote(DrawUpRegister register, OpenPoll polls, Clock clock) {
        this.register = register;
        this.polls = polls;
        this.clock = clock;
    }

    /// Nothing hinders it, see [Hindrance].
    Mono<Poll> of(Round round, List<Proposal> all) {
        return open(
                round,
                all.stream()
                        .filter(it -> it.state() == State.FEASIBLE)
                        .map(OpenVote::choice)
                        .toList());
    }

    private Mono<Poll> open(Round round, List<Choice> choices) {
        return register.of(round)
                .flatMap(drawn -> polls.open(
                        UUID.fromString(round.id()),
                        question(round, choices),
                        drawn.voters(),
                        poll -> frozen(round, drawn, poll)));
    }

    private static List<Effect> frozen(Round round, Drawn drawn, Poll poll) {
        var away = new RegisterDrawn(poll, drawn.away());
        return round.voice() == Voice.OWNER
                ? List.of(away, new OwnersAsked(poll, null, drawn.owners()))
                : List.of(away);
    }

    private static Choice choice(Proposal it) {
        var cost = it.cost();
        return new Choice(it.number(), it.title(), cost == null ? 0 : cost);
    }

    private OpenPoll.Question question(Round round, List<Choice> choices) {
        var rules = round.rules();
        var paper = new Paper(rules.kind(), choices, rules.most(), rules.knapsack() ? rules.budget() : null);
        return new OpenPoll.Question(
                round.community(),
                round.askedBy(),
                round.title(),
                paper,
                new Electorate(round.voice(), round.place(), "", true),
                false,
                Duration.between(clock.instant(), round.schedule().voteUntil()),
                new CountBallots(rules, paper).declared(round));
    }
}
