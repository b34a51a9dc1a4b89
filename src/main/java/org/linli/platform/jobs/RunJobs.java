package org.linli.platform.jobs;

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
/// tells when that begins and when it is over.
@Component
class RunJobs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunJobs.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

    private final List<Job> jobs;
    private final Bells bells;
    private final Overload overload;
    private final boolean enabled;
    private Disposable.Composite running = Disposables.composite();

    /// @param enabled off in tests that run their jobs by hand
    RunJobs(List<Job> jobs, Bells bells, Overload overload, @Value("${linli.jobs.enabled:true}") boolean enabled) {
        this.jobs = jobs;
        this.bells = bells;
        this.overload = overload;
        this.enabled = enabled;
    }

    @Override
    public void start() {
        running = Disposables.composite();
        jobs.forEach(job -> running.add(forEver(job).subscribe()));
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

    private Flux<Integer> forEver(Job job) {
        var outage = new Outage(LOG, job.name());
        return Flux.merge(Flux.interval(Duration.ZERO, job.rest()), bells.heard(job.name()))
                .onBackpressureLatest()
                .concatMap(_ -> untilNothingIsDue(job, outage), 0);
    }

    private Mono<Integer> untilNothingIsDue(Job job, Outage outage) {
        return Mono.defer(() -> job.canWait() && overload.lasts() ? Mono.just(0) : job.round())
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
