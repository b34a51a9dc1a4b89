package org.linli.polls.paper;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.channels.Address;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effect;
import org.linli.polls.BallotBox;
import org.linli.polls.CastBallot;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.Seals;
import org.linli.polls.paper.MandateChanged.Step;
import org.linli.polls.paper.Mandates.Mandate;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Lets residents agree by chat that one votes for the other: the voter names and confirms, the agent accepts. Nobody
/// gives more than two voices of others; taken back it can be until it was used. Decides, and writes nothing.
@Service
public class OfferMandate {

    private static final int MOST_HELD = 2;

    /// What becomes of it. Its name is a key of what people are told.
    public enum Outcome {
        /// Repeated to the voter, who has to confirm.
        NAMED,
        /// The agent is asked.
        OFFERED,
        ACCEPTED,
        REFUSED,
        REVOKED,
        /// There is nothing to confirm, accept or take back.
        NOTHING,
        CLOSED,
        NOT_REGISTERED,
        VOTED_BEFORE,
        GIVEN_BEFORE,
        /// The agent has voted by it: the voter may still vote, the last counts.
        USED,
        TOO_MANY,
        SAME,
        UNREACHED
    }

    /// @param effects have to be committed
    public record Decided(Outcome outcome, List<Effect> effects) {}

    private final CastBallot cast;
    private final BallotBox box;
    private final Residents residents;
    private final Mandates mandates;
    private final ProxyTickets tickets;
    private final PollLetters letters;
    private final Clock clock;

    OfferMandate(
            CastBallot cast,
            BallotBox box,
            Residents residents,
            Mandates mandates,
            ProxyTickets tickets,
            PollLetters letters,
            Clock clock) {
        this.cast = cast;
        this.box = box;
        this.residents = residents;
        this.mandates = mandates;
        this.tickets = tickets;
        this.letters = letters;
        this.clock = clock;
    }

    /// The voter names somebody. Never empty.
    public Mono<Decided> name(Poll poll, Voter voter, Resident principal, Address toldAt, Resident agent) {
        if (principal.id().equals(agent.id())) {
            return just(Outcome.SAME);
        }
        var it = new Mandate(voter.id(), principal.id(), toldAt.text(), agent.id(), false, clock.instant());
        return barrier(poll, voter, agent.id())
                .map(why -> new Decided(why, List.of()))
                .defaultIfEmpty(new Decided(Outcome.NAMED, List.of(new MandateChanged(poll, it, Step.NAMED))));
    }

    /// The voter says yes: the agent is asked. Never empty.
    ///
    /// @param where the voter's home, as the agent is told
    public Mono<Decided> confirm(Poll poll, Voter voter, String where) {
        return mandates.of(poll, voter.id())
                .filter(it -> !it.offered())
                .flatMap(it -> barrier(poll, voter, it.agent())
                        .map(why -> new Decided(why, List.of()))
                        .switchIfEmpty(Mono.defer(() -> offered(poll, it, where))))
                .switchIfEmpty(just(Outcome.NOTHING));
    }

    private Mono<Decided> offered(Poll poll, Mandate it, String where) {
        return residents
                .addresses(poll.community(), it.agent())
                .next()
                .map(to -> new Decided(
                        Outcome.OFFERED,
                        List.of(
                                new MandateChanged(poll, it, Step.OFFERED),
                                letter(poll, "proxy-offered", it, to, Map.of("where", where)))))
                .defaultIfEmpty(new Decided(Outcome.UNREACHED, List.of()));
    }

    /// The agent says yes or no. Never empty.
    public Mono<Decided> answer(Poll poll, Resident agent, boolean accepts, Address to) {
        return mandates.offeredTo(poll, agent.id())
                .next()
                .flatMap(it -> accepts ? accepted(poll, it, to) : Mono.just(refused(poll, it)))
                .switchIfEmpty(just(Outcome.NOTHING));
    }

    private Mono<Decided> accepted(Poll poll, Mandate it, Address to) {
        var voter = new Voter(it.voter(), "", "");
        return barrier(poll, voter, it.agent())
                .map(why -> new Decided(why, List.of()))
                .switchIfEmpty(Mono.defer(() -> tickets.of(poll, it.voter(), it.agent())
                        .map(ticket -> {
                            List<Effect> all = new ArrayList<>();
                            all.add(new MandateChanged(poll, it, Step.GONE));
                            all.add(new ProxyGiven(
                                    poll, it.voter(), it.agent(), "chat", clock.instant(), ticket.hash()));
                            all.add(letter(poll, "proxy-accepted", it, to, Map.of("page", ticket.shown())));
                            all.add(letter(
                                    poll, "proxy-answered", it, Address.parse(it.toldAt()), Map.of("yes", "yes")));
                            return new Decided(Outcome.ACCEPTED, all);
                        })))
                .defaultIfEmpty(new Decided(Outcome.CLOSED, List.of()));
    }

    private Decided refused(Poll poll, Mandate it) {
        return new Decided(
                Outcome.REFUSED,
                List.of(
                        new MandateChanged(poll, it, Step.GONE),
                        letter(poll, "proxy-answered", it, Address.parse(it.toldAt()), Map.of("yes", "no"))));
    }

    /// The voter takes it back, offered or given. Never empty.
    public Mono<Decided> revoke(Poll poll, Voter voter, Resident principal) {
        return mandates.held(poll, voter.id())
                .flatMap(held -> held.used()
                        ? just(Outcome.USED)
                        : revoked(poll, given(voter, principal, held.agent()), Step.REVOKED))
                .switchIfEmpty(Mono.defer(
                        () -> mandates.of(poll, voter.id()).flatMap(it -> revoked(poll, it, Step.GONE))))
                .switchIfEmpty(just(Outcome.NOTHING));
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
                .map(to ->
                        new Decided(Outcome.REVOKED, List.of(change, letter(poll, "proxy-revoked", it, to, Map.of()))))
                .defaultIfEmpty(new Decided(Outcome.REVOKED, List.of(change)));
    }

    /// Empty where nothing is in the way.
    private Mono<Outcome> barrier(Poll poll, Voter voter, String agent) {
        if (!poll.takesBallots(clock.instant())) {
            return Mono.just(Outcome.CLOSED);
        }
        return Mono.zip(
                        cast.admits(poll, voter),
                        box.hasVoted(poll, voter.id()),
                        mandates.held(poll, voter.id()).hasElement(),
                        mandates.heldBy(poll, agent))
                .flatMap(it -> {
                    if (!it.getT1()) {
                        return Mono.just(Outcome.NOT_REGISTERED);
                    }
                    if (it.getT2()) {
                        return Mono.just(Outcome.VOTED_BEFORE);
                    }
                    if (it.getT3()) {
                        return Mono.just(Outcome.GIVEN_BEFORE);
                    }
                    return it.getT4() >= MOST_HELD ? Mono.just(Outcome.TOO_MANY) : Mono.empty();
                });
    }

    private Letter letter(Poll poll, String template, Mandate it, Address to, Map<String, String> more) {
        var facts = new HashMap<>(letters.facts(poll));
        facts.putAll(more);
        String key = "%s/%s/%s/%d"
                .formatted(
                        template, poll.id(), Seals.hashed(it.voter()), it.at().toEpochMilli());
        return new Letter(poll.community(), key, to, template, facts);
    }

    private static Mono<Decided> just(Outcome outcome) {
        return Mono.just(new Decided(outcome, List.of()));
    }
}
