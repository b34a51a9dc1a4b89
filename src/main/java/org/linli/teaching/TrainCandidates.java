package org.linli.teaching;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.linli.community.Talkativeness;
import org.linli.platform.jobs.Job;
import org.linli.platform.traces.Failed;
import org.linli.teaching.Candidate.State;
import org.linli.understanding.CompareIntents;
import org.linli.understanding.Correction;
import org.linli.understanding.Trial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/// Trains what was asked for in the background, compares it, lets it hear beside the one in use on every replica, and
/// keeps what it heard.
@Component
class TrainCandidates implements Job {

    static final String NAME = "train-candidates";

    private static final Logger LOG = LoggerFactory.getLogger(TrainCandidates.class);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String SERVICE = "";

    /// As sure as the service has to be in most groups.
    private static final double ORDINARY = Talkativeness.BALANCED.threshold();

    /// The model is one for all groups, however often each wants to hear of us.
    private static final List<Double> ALL =
            Arrays.stream(Talkativeness.values()).map(Talkativeness::threshold).toList();

    private final Candidates candidates;
    private final Differences differences;
    private final Lessons lessons;
    private final Learning learning;
    private final CompareIntents compare;
    private final Trial trial;
    private final Clock clock;

    TrainCandidates(
            Candidates candidates,
            Differences differences,
            Lessons lessons,
            Learning learning,
            CompareIntents compare,
            Trial trial,
            Clock clock) {
        this.candidates = candidates;
        this.differences = differences;
        this.lessons = lessons;
        this.learning = learning;
        this.compare = compare;
        this.trial = trial;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration limit() {
        return LIMIT;
    }

    @Override
    public boolean canWait() {
        return true;
    }

    @Override
    public Mono<Integer> round() {
        var now = clock.instant();
        return candidates
                .claim(now, now.plus(LIMIT))
                .flatMap(it -> trained(it).thenReturn(1))
                .defaultIfEmpty(0)
                .delayUntil(_ -> onTrial());
    }

    /// What cannot be learnt from is shown as failed, not tried again.
    private Mono<Void> trained(Candidate it) {
        return Mono.zip(learning.of(it), lessons.corrections().collectList())
                .flatMap(known ->
                        fits(it, known.getT1()) ? compared(it, known.getT1(), known.getT2()) : give(it, State.DROPPED))
                .onErrorResume(RuntimeException.class, error -> {
                    LOG.error("The candidate {} cannot be trained and is given up: {}", it.id(), Failed.briefly(error));
                    return give(it, State.FAILED);
                });
    }

    /// Whoever asked for it sees how far it is.
    private Mono<Void> compared(Candidate it, Learning.Change change, List<Correction> corrections) {
        var percents = Sinks.many().unicast().<Integer>onBackpressureBuffer();
        var work = Mono.fromCallable(() -> compare.compare(
                        change.before(),
                        change.after(),
                        corrections,
                        ALL,
                        ORDINARY,
                        share -> percents.tryEmitNext((int) Math.round(100 * share))))
                .subscribeOn(Schedulers.boundedElastic())
                .doFinally(_ -> percents.tryEmitComplete());
        var told = percents.asFlux()
                .distinctUntilChanged()
                .concatMap(percent -> candidates.progressed(it, percent))
                .then(Mono.just(true));
        return Mono.zip(work, told).flatMap(both -> candidates.tried(it, both.getT1()));
    }

    private Mono<Void> onTrial() {
        return candidates
                .trying()
                .flatMap(it -> learning.of(it)
                        .flatMap(change -> fits(it, change) ? hearing(it, change) : give(it, State.DROPPED))
                        .thenReturn(true))
                .switchIfEmpty(Mono.fromSupplier(() -> {
                    trial.end();
                    return false;
                }))
                .then();
    }

    private Mono<Void> hearing(Candidate it, Learning.Change change) {
        return trial.name().filter(it.id()::equals).isPresent()
                ? Mono.defer(() -> differences.add(it, trial.take()))
                : Mono.fromRunnable(() -> trial.begin(it.id(), change.after()))
                        .subscribeOn(Schedulers.boundedElastic())
                        .then();
    }

    private Mono<Void> give(Candidate it, State state) {
        return candidates
                .become(it, state, SERVICE, clock.instant(), State.ASKED, State.TRYING)
                .then();
    }

    /// Nobody has changed the examples since, nor taken back what it teaches, nor asked to be forgotten who said it.
    private static boolean fits(Candidate it, Learning.Change change) {
        return change.print().equals(it.print());
    }
}
