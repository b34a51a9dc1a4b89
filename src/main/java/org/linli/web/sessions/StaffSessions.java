package org.linli.web.sessions;

import java.time.Duration;
import java.util.function.Predicate;
import org.linli.platform.database.CommunityId;
import org.linli.platform.signing.Sha256;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Where each staff member is signed in, over all replicas, and the end of it. Signals whatever Redis fails with.
///
/// Beside the sessions, Redis keeps a set of their ids for each member. Ids whose session ran out are dropped when the
/// member signs in again or looks.
@Service
public class StaffSessions {

    private static final String DEVICE = "device";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int HANDLE_BYTES = 16;

    private final ReactiveSessionRepository<? extends Session> sessions;
    private final ReactiveStringRedisTemplate redis;

    StaffSessions(ReactiveSessionRepository<? extends Session> sessions, ReactiveStringRedisTemplate redis) {
        this.sessions = sessions;
        this.redis = redis;
    }

    private record Found(String id, OpenSession session) {}

    /// Remembers that the exchange's session is this member's from now on.
    public Mono<Void> begun(ServerWebExchange exchange, CommunityId community, String staff) {
        var device = Device.of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT));
        return exchange.getSession()
                .doOnNext(it -> it.getAttributes().put(DEVICE, device.text()))
                .delayUntil(_ -> found(community, staff).then())
                .flatMap(it -> remember(key(community, staff), it.getId()));
    }

    /// Those that still go on, the one last used first.
    public Flux<OpenSession> of(CommunityId community, String staff) {
        return found(community, staff)
                .map(Found::session)
                .sort((one, other) -> other.lastUse().compareTo(one.lastUse()));
    }

    /// By which name [#of] shows the session with this id.
    public static String handle(String id) {
        return Sha256.hex(id, HANDLE_BYTES);
    }

    /// Never empty: whether there was such a session of this member.
    public Mono<Boolean> end(CommunityId community, String staff, String handle) {
        return endThose(community, staff, found -> found.session().handle().equals(handle))
                .map(ended -> ended > 0);
    }

    /// Never empty: how many were ended.
    ///
    /// @param kept the handle of the one that goes on
    public Mono<Long> endOthers(CommunityId community, String staff, String kept) {
        return endThose(community, staff, found -> !found.session().handle().equals(kept));
    }

    /// Signs this member out everywhere, at once. Never empty: how many sessions were ended.
    public Mono<Long> endAll(CommunityId community, String staff) {
        return endThose(community, staff, _ -> true);
    }

    private Mono<Long> endThose(CommunityId community, String staff, Predicate<Found> which) {
        return found(community, staff)
                .filter(which)
                .concatMap(it -> sessions.deleteById(it.id()).then(drop(key(community, staff), it.id())))
                .count();
    }

    /// The ids are read to the end before anything else is asked: a connection whose answer is not taken whole reads
    /// no other one's.
    private Flux<Found> found(CommunityId community, String staff) {
        String key = key(community, staff);
        return redis.opsForSet()
                .members(key)
                .collectList()
                .flatMapIterable(ids -> ids)
                .concatMap(id -> found(id).switchIfEmpty(drop(key, id).then(Mono.empty())))
                .timeout(PATIENCE)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Found> found(String id) {
        return sessions.findById(id).map(it -> new Found(id, shown(it)));
    }

    private static OpenSession shown(Session session) {
        return new OpenSession(
                handle(session.getId()),
                Device.parse(session.getAttribute(DEVICE)),
                session.getCreationTime(),
                session.getLastAccessedTime());
    }

    private Mono<Void> remember(String key, String id) {
        return redis.opsForSet().add(key, id).then(redis.expire(key, KEPT)).then();
    }

    private Mono<Long> drop(String key, String id) {
        return redis.opsForSet().remove(key, id);
    }

    private static String key(CommunityId community, String staff) {
        return "linli:sessions-of:%s:%s".formatted(community, staff);
    }
}
