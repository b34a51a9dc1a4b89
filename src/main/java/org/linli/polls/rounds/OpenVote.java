package org.linli.polls.rounds;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.linli.platform.database.Effect;
import org.linli.platform.words.Masked;
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
import org.linli.polls.rounds.RoundChanged.Change;
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

    /// Nothing hinders it, see [Hindrance]. Signals [org.linli.platform.database.Conflict] where the committee
    /// changed one of them meanwhile.
    Mono<Poll> of(Round round, List<Proposal> all) {
        var choices = all.stream()
                .filter(it -> it.state() == State.FEASIBLE)
                .map(OpenVote::choice)
                .toList();
        return open(round, choices, new Change.PutToVote(round, reviewable(all)));
    }

    private static List<Proposal> reviewable(List<Proposal> all) {
        return all.stream().filter(it -> it.state().isReviewed()).toList();
    }

    private Mono<Poll> open(Round round, List<Choice> choices, Change.PutToVote put) {
        return register.of(round)
                .flatMap(drawn -> polls.open(
                        UUID.fromString(round.id()),
                        question(round, choices),
                        drawn.voters(),
                        poll -> frozen(round, drawn, poll, put)));
    }

    private static List<Effect> frozen(Round round, Drawn drawn, Poll poll, Change.PutToVote put) {
        var away = new RegisterDrawn(poll, drawn.away());
        var paper = new RoundChanged(put);
        return round.voice() == Voice.OWNER
                ? List.of(away, paper, new OwnersAsked(poll, null, drawn.owners()))
                : List.of(away, paper);
    }

    private static Choice choice(Proposal it) {
        var cost = it.cost();
        return new Choice(it.number(), Masked.words(it.title()), cost == null ? 0 : cost);
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
