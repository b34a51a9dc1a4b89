package org.linli.channels.xmpp;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.linli.channels.Outbound;
import org.linli.channels.SendFailure;
import org.linli.platform.jobs.Alongside;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Keeps one connection for each of our accounts, on whichever replica holds its lease.
///
/// A round renews the leases and starts what is missing; connections live beside it. Nothing is connected before the
/// first round, so the program starts while a server is away. The connection of an account that was changed or removed
/// is over before the next one begins, or another replica may have the lease.
@Component
class HoldAccounts implements Job {

    private static final Duration LETTING_GO = Duration.ofSeconds(5);

    private final Alongside running = new Alongside("hold-xmpp-accounts", Integer.MAX_VALUE);
    private final Map<String, HeldAccount> held = new ConcurrentHashMap<>();
    private final XmppAccounts accounts;
    private final AccountLeases leases;
    private final RunSession sessions;
    private final Clock clock;

    HoldAccounts(XmppAccounts accounts, AccountLeases leases, RunSession sessions, Clock clock) {
        this.accounts = accounts;
        this.leases = leases;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "hold-xmpp-accounts";
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(500);
    }

    @Override
    public Mono<Integer> round() {
        return Mono.fromRunnable(this::know)
                .thenMany(Flux.defer(() -> Flux.fromIterable(all())))
                .flatMap(it -> it.isLeaving() ? left(it) : hold(it))
                .then(Mono.just(0));
    }

    /// Takes up what is new, and lets go of what is not so any more.
    private void know() {
        accounts.all().forEach(it -> held.putIfAbsent(it.id(), new HeldAccount(it)));
        held.values().stream().filter(it -> !isStill(it.account())).forEach(HeldAccount::leave);
    }

    private boolean isStill(XmppAccount account) {
        return accounts.named(account.id()).filter(account::equals).isPresent();
    }

    /// Never an error: a lease that cannot be given back ends by itself.
    private Mono<Void> left(HeldAccount account) {
        return account.hasLeft()
                ? leases.release(account.account())
                        .timeout(LETTING_GO)
                        .onErrorComplete()
                        .then(Mono.fromRunnable(
                                () -> held.remove(account.account().id(), account)))
                : Mono.empty();
    }

    /// The connection that this letter goes out by. Throws [SendFailure] where nothing can be sent.
    Session sending(Outbound letter) {
        String account = letter.to().account();
        if (accounts.named(account).isEmpty()) {
            throw new SendFailure(MISCONFIGURED, "no such account");
        }
        return session(account).orElseThrow(() -> new SendFailure(UNREACHABLE, "not connected"));
    }

    /// Empty where the account's connection is not here.
    Optional<Session> session(String account) {
        return Optional.ofNullable(held.get(account)).flatMap(it -> Optional.ofNullable(it.session()));
    }

    /// The accounts that are not connected here: other replicas hold them, or their servers are away.
    Set<String> elsewhere() {
        return accounts.all().stream()
                .map(XmppAccount::id)
                .filter(it -> session(it).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// As this replica knows them since its last round.
    List<HeldAccount> all() {
        return List.copyOf(held.values());
    }

    private Mono<Void> hold(HeldAccount account) {
        return leases.hold(account.account(), account.trouble())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .doOnNext(fence -> account.lease(fence.orElse(null)))
                .then(Mono.fromRunnable(() -> start(account)));
    }

    private void start(HeldAccount account) {
        Long fence = account.begin(clock.instant());
        if (fence != null) {
            running.start(sessions.of(account, fence), () -> {});
        }
    }

    /// The server tells the rooms that we left, and another replica may connect at once. Nothing may be held again
    /// afterwards. Never an error: what cannot be let go ends with its lease.
    Mono<Void> letGo() {
        return Flux.fromIterable(all())
                .flatMap(account -> Mono.fromRunnable(() -> close(account))
                        .subscribeOn(Schedulers.boundedElastic())
                        .then(leases.release(account.account()))
                        .timeout(LETTING_GO)
                        .onErrorComplete())
                .then();
    }

    private static void close(HeldAccount account) {
        var session = account.session();
        account.lease(null);
        if (session != null) {
            session.close();
        }
    }
}
