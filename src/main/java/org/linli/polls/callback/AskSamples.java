package org.linli.polls.callback;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.linli.outbox.Letter;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.Seals;
import org.linli.polls.Tickets;
import org.linli.polls.Tickets.Ticket;
import org.linli.polls.VoterLetters;
import org.linli.polls.VoterLetters.Message;
import org.linli.polls.callback.Drawn.State;
import org.linli.polls.callback.SampleChanged.Change;
import org.linli.polls.callback.WhoWasDrawn.Asked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes to voters on whose ballots the lot fell, each a link of their own, as long as the secret lives that joins
/// voters and ballots.
@Component
class AskSamples implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(AskSamples.class);
    private static final int BATCH = 20;

    private final WhoWasDrawn drawn;
    private final Samples samples;
    private final FindPolls polls;
    private final Seals seals;
    private final Tickets tickets;
    private final VoterLetters voters;
    private final PollLetters letters;
    private final Effects effects;
    private final Clock clock;

    AskSamples(
            WhoWasDrawn drawn,
            Samples samples,
            FindPolls polls,
            Seals seals,
            Tickets tickets,
            VoterLetters voters,
            PollLetters letters,
            Effects effects,
            Clock clock) {
        this.drawn = drawn;
        this.samples = samples;
        this.polls = polls;
        this.seals = seals;
        this.tickets = tickets;
        this.voters = voters;
        this.letters = letters;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ask-samples";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    /// Of how many samples all were written to.
    @Override
    public Mono<Integer> round() {
        return EachAlone.of(
                samples.toAsk(BATCH),
                LOG,
                due -> polls.one(due.community(), due.poll()).flatMap(this::asked));
    }

    /// Where the secret is gone already, nobody is asked.
    private Mono<Poll> asked(Poll poll) {
        return seals.of(poll)
                .flatMapMany(seal -> drawn.of(poll, seal))
                .concatMap(it -> asked(poll, it))
                .then(Mono.defer(() -> moved(poll, new Change.IsAsked(clock.instant()))))
                .thenReturn(poll)
                .onErrorResume(Conflict.class, _ -> Mono.empty());
    }

    private Mono<Void> asked(Poll poll, Asked it) {
        return tickets.of(poll, it.voter())
                .flatMap(ticket -> voters.to(poll, it.voter(), message(poll, ticket))
                        .flatMap(told -> effects.commit(asked(poll, it, ticket, told))));
    }

    private static List<Effect> asked(Poll poll, Asked it, Ticket ticket, List<Letter> told) {
        var state = told.isEmpty() ? State.UNREACHED : State.ASKED;
        var moved = new SampleChanged(poll.community(), poll.id(), new Change.Moved(it.place(), state));
        return Stream.concat(Stream.of(moved, ticket.effect()), told.stream()).toList();
    }

    private Message message(Poll poll, Ticket ticket) {
        String page = ticket.link().isEmpty() ? ticket.path() : ticket.link();
        return new Message("poll-callback", "", letters.facts(poll)).with("page", page + "/callback");
    }

    private Mono<Void> moved(Poll poll, Change change) {
        return effects.commit(List.of(new SampleChanged(poll.community(), poll.id(), change)));
    }
}
