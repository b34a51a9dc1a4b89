package org.linli.polls.paper;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.linli.channels.Address;
import org.linli.community.Resident;
import org.linli.platform.database.Effect;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.paper.Decided.Outcome;
import org.linli.polls.paper.MandateChanged.Step;
import org.linli.polls.paper.Mandates.Mandate;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Takes by chat what somebody says who is to vote for somebody else. Decides, and writes nothing.
@Service
public class AnswerMandate {

    private final Mandates mandates;
    private final MandateBarriers barriers;
    private final ProxyTickets tickets;
    private final MandateLetters letters;
    private final Clock clock;

    AnswerMandate(
            Mandates mandates, MandateBarriers barriers, ProxyTickets tickets, MandateLetters letters, Clock clock) {
        this.mandates = mandates;
        this.barriers = barriers;
        this.tickets = tickets;
        this.letters = letters;
        this.clock = clock;
    }

    /// The agent says yes or no. Never empty.
    public Mono<Decided> answer(Poll poll, Resident agent, boolean accepts, Address to) {
        return mandates.offeredTo(poll, agent.id())
                .next()
                .flatMap(it -> accepts ? accepted(poll, it, to) : Mono.just(refused(poll, it)))
                .switchIfEmpty(Decided.just(Outcome.NOTHING));
    }

    private Mono<Decided> accepted(Poll poll, Mandate it, Address to) {
        var voter = new Voter(it.voter(), "", "");
        return barriers.of(poll, voter, it.agent())
                .map(why -> Decided.only(why))
                .switchIfEmpty(Mono.defer(() -> tickets.of(poll, it.voter(), it.agent())
                        .map(ticket -> {
                            List<Effect> all = new ArrayList<>();
                            all.add(new MandateChanged(poll, it, Step.GONE));
                            all.add(new ProxyGiven(
                                    poll, it.voter(), it.agent(), "chat", clock.instant(), ticket.hash()));
                            all.add(letters.about(poll, "proxy-accepted", it, to, Map.of("page", ticket.shown())));
                            all.add(letters.about(
                                    poll, "proxy-answered", it, Address.parse(it.toldAt()), Map.of("yes", "yes")));
                            return new Decided(Outcome.ACCEPTED, all);
                        })))
                .defaultIfEmpty(Decided.only(Outcome.CLOSED));
    }

    private Decided refused(Poll poll, Mandate it) {
        return new Decided(
                Outcome.REFUSED,
                List.of(
                        new MandateChanged(poll, it, Step.GONE),
                        letters.about(poll, "proxy-answered", it, Address.parse(it.toldAt()), Map.of("yes", "no"))));
    }
}
