package org.linli.web.passwords;

import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Makes and compares hashes beside the event loops, few at once: each takes 19 MB and a core for a moment.
///
/// Where more wait than can be answered, signals `RejectedExecutionException`.
@Component
public class Passwords implements DisposableBean {

    private static final int AT_ONCE = 2;
    private static final int WAITING = 50;
    private static final int IDLE_SECONDS = 60;
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final PasswordEncoder encoder;
    private final Scheduler scheduler = Schedulers.newBoundedElastic(AT_ONCE, WAITING, "passwords", IDLE_SECONDS, true);

    private final Mono<String> nobodys;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodys = Mono.fromCallable(ReadablePassword::next)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(this::hash)
                .cache(_ -> FOREVER, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /// Never empty, always false; takes as long as a comparison, so that nobody learns which names there are.
    public Mono<Boolean> matchesNobody(String password) {
        return nobodys.flatMap(hash -> matches(password, hash)).thenReturn(false);
    }

    /// Never empty: what may be stored.
    public Mono<String> hash(String password) {
        return Mono.fromCallable(() -> Objects.requireNonNull(encoder.encode(password)))
                .subscribeOn(scheduler);
    }

    /// Never empty.
    public Mono<Boolean> matches(String password, String hash) {
        return Mono.fromCallable(() -> encoder.matches(password, hash)).subscribeOn(scheduler);
    }

    /// Whether this hash was made in a way that is no longer ours.
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
