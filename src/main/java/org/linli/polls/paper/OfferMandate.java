package org.linli.polls.paper;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.linli.channels.Address;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.paper.Decided.Outcome;
import org.linli.polls.paper.MandateChanged.Step;
import org.linli.polls.paper.Mandates.Mandate;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Lets a voter name and confirm by chat who votes for them, and take it back until it was used; whoever is named
/// answers, see [AnswerMandate]. Decides, and writes nothing.
@Service
public class OfferMandate {

    private final Residents residents;
    private final Mandates mandates;
    private final MandateBarriers barriers;
    private final MandateLetters letters;
    private final Clock clock;

    OfferMandate(
            Residents residents, Mandates mandates, MandateBarriers barriers, MandateLetters letters, Clock clock) {
        this.residents = residents;
        this.mandates = mandates;
        this.barriers = barriers;
        this.letters = letters;
        this.clock = clock;
    }

    /// The voter names somebody. Never empty.
    public Mono<Decided> name(Poll poll, Voter voter, Resident principal, Address toldAt, Resident agent) {
        if (principal.id().equals(agent.id())) {
            return Decided.just(Outcome.SAME);
        }
        var it = new Mandate(voter.id(), principal.id(), toldAt.text(), agent.id(), false, clock.instant());
        return barriers.of(poll, voter, agent.id())
                .map(why -> Decided.only(why))
                .defaultIfEmpty(new Decided(Outcome.NAMED, List.of(new MandateChanged(poll, it, Step.NAMED))));
    }

    /// The voter says yes: the agent is asked. Never empty.
    ///
    /// @param where the voter's home, as the agent is told
    public Mono<Decided> confirm(Poll poll, Voter voter, String where) {
        return mandates.of(poll, voter.id())
                .filter(it -> !it.offered())
                .flatMap(it -> barriers.of(poll, voter, it.agent())
                        .map(why -> Decided.only(why))
                        .switchIfEmpty(Mono.defer(() -> offered(poll, it, where))))
                .switchIfEmpty(Decided.just(Outcome.NOTHING));
    }

    private Mono<Decided> offered(Poll poll, Mandate it, String where) {
        return residents
                .addresses(poll.community(), it.agent())
                .next()
                .map(to -> new Decided(
                        Outcome.OFFERED,
                        List.of(
                                new MandateChanged(poll, it, Step.OFFERED),
                                letters.about(poll, "proxy-offered", it, to, Map.of("where", where)))))
                .defaultIfEmpty(new Decided(Outcome.UNREACHED, List.of()));
    }

    /// The voter takes it back, offered or given. Never empty.
    public Mono<Decided> revoke(Poll poll, Voter voter, Resident principal) {
        return mandates.held(poll, voter.id())
                .flatMap(held -> held.used()
                        ? Decided.just(Outcome.USED)
                        : revoked(poll, given(voter, principal, held.agent()), Step.REVOKED))
                .switchIfEmpty(Mono.defer(
                        () -> mandates.of(poll, voter.id()).flatMap(it -> revoked(poll, it, Step.GONE))))
                .switchIfEmpty(Decided.just(Outcome.NOTHING));
    }

    private Mandate given(Voter voter, Resident principal, String agent) {
        return new Mandate(voter.id(), principal.id(), "", agent, true, clock.instant());
    }

    /// Whoever was never asked is not told.
    private Mono<Decided> revoked(Poll poll, Mandate it, Step step) {
        var change = new MandateChanged(poll, it, step);
        return Mono.just(it)
                .filter(Mandate::offered)
                .flatMap(_ -> residents.addresses(poll.community(), it.agent()).next())
                .map(to -> new Decided(
                        Outcome.REVOKED, List.of(change, letters.about(poll, "proxy-revoked", it, to, Map.of()))))
                .defaultIfEmpty(new Decided(Outcome.REVOKED, List.of(change)));
    }
}
