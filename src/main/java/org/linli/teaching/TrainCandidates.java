package org.linli.teaching;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linli.community.Talkativeness;
import org.linli.platform.jobs.Job;
import org.linli.platform.traces.Failed;
import org.linli.teaching.Candidate.State;
import org.linli.understanding.CompareIntents;
import org.linli.understanding.Comparison;
import org.linli.understanding.Correction;
import org.linli.understanding.IntentFiles;
import org.linli.understanding.Trial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Trains what was asked for in the background, compares it, lets it hear beside the one in use on every replica, and
/// keeps what it heard.
@Component
class TrainCandidates implements Job {

    static final String NAME = "train-candidates";

    private static final Logger LOG = LoggerFactory.getLogger(TrainCandidates.class);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String SERVICE = "";

    /// As sure as the service has to be in most groups; the model is one for all of them.
    private static final double ORDINARY = Talkativeness.BALANCED.threshold();

    private final Candidates candidates;
    private final Lessons lessons;
    private final IntentFiles files;
    private final CompareIntents compare;
    private final Trial trial;
    private final Clock clock;

    TrainCandidates(
            Candidates candidates,
            Lessons lessons,
            IntentFiles files,
            CompareIntents compare,
            Trial trial,
            Clock clock) {
        this.candidates = candidates;
        this.lessons = lessons;
        this.files = files;
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
        return lessons.corrections()
                .collectList()
                .flatMap(corrections ->
                        Mono.fromCallable(() -> compared(it, corrections)).subscribeOn(Schedulers.boundedElastic()))
                .flatMap(comparison ->
                        comparison.map(found -> candidates.tried(it, found)).orElseGet(() -> give(it, State.DROPPED)))
                .onErrorResume(RuntimeException.class, error -> {
                    LOG.error("The candidate {} cannot be trained and is given up: {}", it.id(), Failed.briefly(error));
                    return give(it, State.FAILED);
                });
    }

    /// Empty where somebody has changed the files since.
    private Optional<Comparison> compared(Candidate it, List<Correction> corrections) {
        var present = files.read();
        return fits(it, present)
                ? Optional.of(compare.compare(present, changed(it, present), corrections, ORDINARY))
                : Optional.empty();
    }

    private Mono<Void> onTrial() {
        return candidates
                .trying()
                .flatMap(it -> hearing(it).thenReturn(true))
                .switchIfEmpty(Mono.fromSupplier(() -> {
                    trial.end();
                    return false;
                }))
                .then();
    }

    private Mono<Void> hearing(Candidate it) {
        return trial.name().filter(it.id()::equals).isPresent()
                ? Mono.defer(() -> candidates.heard(it, trial.take()))
                : Mono.fromCallable(() -> begun(it))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(begun -> begun ? Mono.empty() : give(it, State.DROPPED));
    }

    private boolean begun(Candidate it) {
        var present = files.read();
        boolean fits = fits(it, present);
        if (fits) {
            trial.begin(it.id(), changed(it, present));
        }
        return fits;
    }

    private Mono<Void> give(Candidate it, State state) {
        return candidates
                .become(it, state, SERVICE, clock.instant(), State.ASKED, State.TRYING)
                .then();
    }

    private static boolean fits(Candidate it, SortedMap<String, String> present) {
        return it.before().entrySet().stream().allMatch(file -> file.getValue().equals(present.get(file.getKey())));
    }

    private static SortedMap<String, String> changed(Candidate it, SortedMap<String, String> present) {
        var changed = new TreeMap<>(present);
        changed.putAll(it.after());
        return changed;
    }
}
