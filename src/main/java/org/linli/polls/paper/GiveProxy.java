package org.linli.polls.paper;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.Residents;
import org.linli.community.StaffMember;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effects;
import org.linli.polls.BallotBox;
import org.linli.polls.CastBallot;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.Seals;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Lets somebody vote for somebody else, by a mandate in writing that staff has seen: a link to the voter's ballot
/// paper goes to the agent. The voice stays one: whoever votes last by it counts. Nobody holds more than two
/// mandates in a vote; the database sees to it.
@Service
public class GiveProxy {

    /// What became of it. Its name is a key of what people are told.
    public enum Given {
        TOLD,
        CLOSED,
        NOT_REGISTERED,
        VOTED_BEFORE,
        /// They gave a mandate before, or the agent holds two.
        TOO_MANY,
        /// Nobody votes for themself by proxy.
        SAME,
        /// The agent is not reached on any channel.
        UNREACHED
    }

    private final CastBallot cast;
    private final BallotBox box;
    private final Residents residents;
    private final Register register;
    private final ProxyTickets tickets;
    private final PollLetters letters;
    private final Effects effects;
    private final Clock clock;

    GiveProxy(
            CastBallot cast,
            BallotBox box,
            Residents residents,
            Register register,
            ProxyTickets tickets,
            PollLetters letters,
            Effects effects,
            Clock clock) {
        this.cast = cast;
        this.box = box;
        this.residents = residents;
        this.register = register;
        this.tickets = tickets;
        this.letters = letters;
        this.effects = effects;
        this.clock = clock;
    }

    /// Never empty.
    ///
    /// @param voter as the register calls them
    /// @param agent a resident's id
    public Mono<Given> give(StaffMember by, Poll poll, String voter, String agent, CommunityMap map) {
        return register.of(poll)
                .filter(it -> it.voter().id().equals(voter))
                .next()
                .flatMap(it -> give(by, poll, it.voter(), agent, where(it.voter(), map)))
                .defaultIfEmpty(Given.NOT_REGISTERED);
    }

    private static String where(Voter voter, CommunityMap map) {
        return map.place(voter.place()).map(map::display).orElse("");
    }

    /// @param where the voter's home, as the agent is told
    private Mono<Given> give(StaffMember by, Poll poll, Voter voter, String agent, String where) {
        if (!poll.takesBallots(clock.instant())) {
            return Mono.just(Given.CLOSED);
        }
        if (voter.id().equals("resident:" + agent)) {
            return Mono.just(Given.SAME);
        }
        return Mono.zip(cast.admits(poll, voter), box.hasVoted(poll, voter.id()))
                .flatMap(it -> {
                    if (!it.getT1()) {
                        return Mono.just(Given.NOT_REGISTERED);
                    }
                    return it.getT2() ? Mono.just(Given.VOTED_BEFORE) : told(by, poll, voter, agent, where);
                });
    }

    private Mono<Given> told(StaffMember by, Poll poll, Voter voter, String agent, String where) {
        return residents
                .addresses(poll.community(), agent)
                .next()
                .zipWith(tickets.of(poll, voter.id(), agent))
                .flatMap(it -> effects.commit(List.of(
                                new ProxyGiven(
                                        poll,
                                        voter.id(),
                                        agent,
                                        by.id(),
                                        clock.instant(),
                                        it.getT2().hash()),
                                poll.noted(by.id(), "mandate given", clock.instant()),
                                letter(poll, voter, it.getT1(), it.getT2(), where)))
                        .thenReturn(Given.TOLD))
                .onErrorReturn(DataIntegrityViolationException.class, Given.TOO_MANY)
                .defaultIfEmpty(Given.UNREACHED);
    }

    private Letter letter(Poll poll, Voter voter, Address to, ProxyTickets.Ticket ticket, String where) {
        var facts = new HashMap<>(letters.facts(poll));
        facts.put("page", ticket.shown());
        facts.put("where", where);
        return new Letter(poll.community(), "poll-proxy/" + poll.id() + "/" + print(voter), to, "poll-proxy", facts);
    }

    /// Who it is is nobody's business who reads keys.
    private static String print(Voter voter) {
        return Seals.hashed(voter.id());
    }
}
