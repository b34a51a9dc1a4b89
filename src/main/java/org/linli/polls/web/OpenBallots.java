package org.linli.polls.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.Admissions;
import org.linli.polls.CastBallot;
import org.linli.polls.CastBallot.Result;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.Seals;
import org.linli.polls.Whence;
import org.linli.polls.paper.ProxyTickets;
import org.linli.polls.paper.ProxyUsed;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Ballot papers that links open, and what is handed in on them.
@Component
class OpenBallots {

    /// @param agent who votes for the voter; empty: the voter
    record Opened(Poll poll, Voter voter, String path, String ticket, String agent) {

        boolean isAlone() {
            return agent.isEmpty() && poll.electorate().voice() == Voice.PERSON;
        }

        /// Where it stands how the vote goes, for whoever has this link.
        String standing() {
            return poll.electorate().isAudience()
                    ? path + "/standing"
                    : "/polls/%s/%d".formatted(poll.community().value(), poll.number());
        }

        @Override
        public String toString() {
            return "Opened[" + poll + "]";
        }
    }

    private final Admissions admissions;
    private final FindPolls find;
    private final CastBallot cast;
    private final ProxyTickets proxies;
    private final Clock clock;

    OpenBallots(Admissions admissions, FindPolls find, CastBallot cast, ProxyTickets proxies, Clock clock) {
        this.admissions = admissions;
        this.find = find;
        this.cast = cast;
        this.proxies = proxies;
        this.clock = clock;
    }

    /// Empty for a link that opens nothing.
    Mono<Opened> by(String community, int number, String ticket) {
        String path = "/vote/%s/%d/%s".formatted(community, number, ticket);
        return admissions
                .byTicket(new CommunityId(community), number, ticket)
                .map(it -> new Opened(it.poll(), it.voter(), path, ticket, ""))
                .switchIfEmpty(Mono.defer(() -> find.numbered(new CommunityId(community), number)
                        .flatMap(poll -> proxies.opened(poll, Seals.hashed(ticket))
                                .map(it -> new Opened(poll, it.voter(), path, ticket, it.agent())))));
    }

    /// Handed in again, the same attempt changes nothing. Never empty.
    ///
    /// @param by the call it came by
    Mono<Result> handedIn(Opened it, BallotForm form, ServerHttpRequest by) {
        return form.fault()
                .map(why -> Mono.<Result>just(new Result.Faulty(why, form.marks())))
                .orElseGet(() -> cast(it, form, by));
    }

    private Mono<Result> cast(Opened it, BallotForm form, ServerHttpRequest by) {
        return Mono.justOrEmpty(form.send())
                .switchIfEmpty(fresh())
                .flatMap(send -> cast.cast(it.poll(), it.voter(), form.marks(), send, whence(it, by), use(it)));
    }

    /// The address is the one that limits of calls trust: behind a proxy that of the visitor, where
    /// `server.forward-headers-strategy` says so.
    private static Whence whence(Opened it, ServerHttpRequest by) {
        var remote = by.getRemoteAddress();
        String address = remote == null ? "" : remote.getHostString();
        String browser = by.getHeaders().getFirst(HttpHeaders.USER_AGENT);
        return Whence.ofCall(address, browser == null ? "" : browser, it.agent());
    }

    /// Whoever votes for somebody else uses the mandate by it.
    private List<Effect> use(Opened it) {
        return it.agent().isEmpty()
                ? List.of()
                : List.of(new ProxyUsed(it.poll(), it.voter().id(), it.agent(), clock.instant()));
    }

    /// A system may wait for random bits, so not on the caller's thread.
    static Mono<String> fresh() {
        return Mono.fromCallable(() -> UUID.randomUUID().toString()).subscribeOn(Schedulers.boundedElastic());
    }
}
