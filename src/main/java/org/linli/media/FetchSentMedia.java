package org.linli.media;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.channels.MediaSettings;
import org.linli.outbox.Letter;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Alongside;
import org.linli.platform.jobs.Bells;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Fetches what people sent, each thing once, before its platform forgets it. Who sent what cannot be had is told so.
///
/// What was fetched and could not be written down is fetched again after its lease.
@Component
class FetchSentMedia implements Job {

    static final String NAME = "fetch-media";

    private static final Logger LOG = LoggerFactory.getLogger(FetchSentMedia.class);

    /// Each holds the bytes and the pixels of one thing in memory.
    private static final int MOST_AT_ONCE = 3;

    private final Alongside running = new Alongside(NAME, MOST_AT_ONCE);
    private final MediaQueue queue;
    private final FetchOnce fetch;
    private final Effects effects;
    private final MediaSettings settings;
    private final Bells bells;
    private final MeterRegistry meters;

    FetchSentMedia(
            MediaQueue queue,
            FetchOnce fetch,
            Effects effects,
            MediaSettings settings,
            Bells bells,
            MeterRegistry meters) {
        this.queue = queue;
        this.fetch = fetch;
        this.effects = effects;
        this.settings = settings;
        this.bells = bells;
        this.meters = meters;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Mono<Integer> round() {
        int free = running.free();
        return free == 0
                ? Mono.just(0)
                : queue.claim(free).doOnNext(this::start).count().map(Long::intValue);
    }

    private void start(DueMedia due) {
        running.start(work(due), () -> bells.ring(NAME));
    }

    /// Completes when the outcome is written down, or when somebody else has the lease.
    Mono<Void> work(DueMedia due) {
        return fetch.fetch(due)
                .doOnNext(outcome -> report(due, outcome))
                .flatMap(outcome -> effects.commit(changes(due, outcome)))
                .onErrorResume(Conflict.class, _ -> Mono.empty());
    }

    private List<Effect> changes(DueMedia due, Outcome outcome) {
        var changes = new ArrayList<Effect>(List.of(new Fetched(due, outcome)));
        letter(due, outcome).ifPresent(changes::add);
        return changes;
    }

    private Optional<Letter> letter(DueMedia due, Outcome outcome) {
        return outcome instanceof Outcome.Lost lost
                ? Optional.ofNullable(due.tell())
                        .map(to -> new Letter(
                                due.community(),
                                due.id() + "/lost",
                                to,
                                "media-lost",
                                Map.of(
                                        "kind", due.kind().word(),
                                        "why", lost.word(),
                                        "most", Long.toString(settings.most().toMegabytes()))))
                : Optional.empty();
    }

    private void report(DueMedia due, Outcome outcome) {
        String counted = outcome.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        meters.counter("linli.media", "channel", due.sender().channel().value(), "outcome", counted)
                .increment();
        switch (outcome) {
            case Outcome.Kept _ -> {}
            case Outcome.Later it -> LOG.info("{} not fetched ({}), again at {}", due, it.reason(), it.at());
            case Outcome.Lost it -> LOG.warn("{} cannot be had ({}), its sender is told", due, it.reason());
        }
    }
}
