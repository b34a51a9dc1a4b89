package org.linli.platform.jobs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Runs every [Job], round after round, until the program stops. A round that fails is tried again; its log
/// tells when that begins and when it is over, and meanwhile operators see `linli.job.fails` at 1.
@Component
class RunJobs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunJobs.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

    private record Repeated(Job job, Outage outage) {}

    private final List<Repeated> jobs;
    private final Bells bells;
    private final Overload overload;
    private final boolean enabled;
    private Disposable.Composite running = Disposables.composite();

    /// @param enabled off in tests that run their jobs by hand
    RunJobs(
            List<Job> jobs,
            Bells bells,
            Overload overload,
            MeterRegistry meters,
            @Value("${linli.jobs.enabled:true}") boolean enabled) {
        this.jobs = jobs.stream()
                .map(it -> new Repeated(it, new Outage(LOG, it.name())))
                .toList();
        this.bells = bells;
        this.overload = overload;
        this.enabled = enabled;
        this.jobs.forEach(it -> tell(it, meters));
    }

    private static void tell(Repeated it, MeterRegistry meters) {
        Gauge.builder("linli.job.fails", () -> it.outage().lasts() ? 1 : 0)
                .description("1 from a round of this work that failed until one that did not")
                .tag("work", it.job().name())
                .register(meters);
    }

    @Override
    public void start() {
        running = Disposables.composite();
        jobs.forEach(it -> running.add(forEver(it.job(), it.outage()).subscribe()));
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return running.size() > 0 && !running.isDisposed();
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    private Flux<Integer> forEver(Job job, Outage outage) {
        return Flux.merge(Flux.interval(Duration.ZERO, job.rest()), bells.heard(job.name()))
                .onBackpressureLatest()
                .concatMap(_ -> untilNothingIsDue(job, outage), 0);
    }

    private Mono<Integer> untilNothingIsDue(Job job, Outage outage) {
        return Mono.defer(() -> job.canWait() && overload.lasts() ? Mono.just(0) : OwnAccord.of(job.round()))
                .timeout(job.limit())
                .doOnNext(_ -> outage.works())
                .repeat()
                .takeUntil(done -> done == 0)
                .then(Mono.just(0))
                .onErrorResume(error -> {
                    outage.failed(error, "tried again every " + REST_AFTER_FAILURE.toSeconds() + " s");
                    return Mono.delay(REST_AFTER_FAILURE).thenReturn(0);
                });
    }
}
