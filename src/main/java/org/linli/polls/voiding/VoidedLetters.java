package org.linli.polls.voiding;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.linli.platform.database.Effect;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.Tickets;
import org.linli.polls.Tickets.Ticket;
import org.linli.polls.VoterLetters;
import org.linli.polls.VoterLetters.Message;
import org.linli.polls.voiding.Annulment.Why;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells a voter that their ballot was taken out, why, and whether they may vote anew.
@Component
class VoidedLetters {

    private final Annulments annulments;
    private final VoterLetters voters;
    private final Tickets tickets;
    private final PollLetters letters;
    private final Clock clock;

    VoidedLetters(Annulments annulments, VoterLetters voters, Tickets tickets, PollLetters letters, Clock clock) {
        this.annulments = annulments;
        this.voters = voters;
        this.tickets = tickets;
        this.letters = letters;
        this.clock = clock;
    }

    /// Never empty; nothing where nobody is reached.
    Mono<List<Effect>> about(Poll poll, Annulment it) {
        return annulments
                .voter(poll, it.voter())
                .flatMap(voter -> ticket(poll, voter, it)
                        .flatMap(ticket -> voters.to(poll, voter, message(poll, it, ticket.link()))
                                .map(told -> Stream.concat(Stream.of(ticket.effect()), told.stream())
                                        .toList()))
                        .switchIfEmpty(Mono.defer(() ->
                                voters.to(poll, voter, message(poll, it, "")).map(List::<Effect>copyOf))))
                .defaultIfEmpty(List.of());
    }

    /// Empty for whoever cannot vote anew.
    private Mono<Ticket> ticket(Poll poll, Voter voter, Annulment it) {
        return mayVoteAnew(poll, it) ? tickets.of(poll, voter) : Mono.empty();
    }

    private boolean mayVoteAnew(Poll poll, Annulment it) {
        return it.why() == Why.WRONG_PAPER && poll.takesBallots(clock.instant());
    }

    private Message message(Poll poll, Annulment it, String page) {
        var facts = new HashMap<>(letters.facts(poll));
        facts.put("why", it.why().name());
        facts.put("reason", it.reason());
        facts.put("anew", mayVoteAnew(poll, it) ? "yes" : "no");
        facts.put("public", poll.isOpen() ? "no" : "yes");
        facts.put("page", page);
        return new Message("poll-voided", "/" + it.number(), facts);
    }
}
