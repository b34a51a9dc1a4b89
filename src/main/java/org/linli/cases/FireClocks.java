package org.linli.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.linli.cases.staffing.Absences;
import org.linli.community.Communities;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Lets clocks do what is due: warns, writes down what was missed, tells the units above.
///
/// Any number of replicas share the work under leases. What a clock does is written in the transaction that moves it
/// on, so it is done once, whoever dies when. Instead of who is away, who stands in is told.
@Component
class FireClocks implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(FireClocks.class);
    private static final int MOST = 500;
    private static final int ABREAST = 64;

    private final DueClocks clocks;
    private final FindCases cases;
    private final Communities communities;
    private final Absences absences;
    private final Workflows workflows;
    private final Effects effects;
    private final CaseWords words;
    private final Clock clock;

    FireClocks(
            DueClocks clocks,
            FindCases cases,
            Communities communities,
            Absences absences,
            Workflows workflows,
            Effects effects,
            CaseWords words,
            Clock clock) {
        this.clocks = clocks;
        this.cases = cases;
        this.communities = communities;
        this.absences = absences;
        this.workflows = workflows;
        this.effects = effects;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "fire-clocks";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Mono<Integer> round() {
        var now = clock.instant();
        return clocks.claim(now, MOST).flatMap(due -> alone(due, now), ABREAST).reduce(0, Integer::sum);
    }

    /// One case whose rules cannot be read holds up no other; a database that is away holds up all.
    private Mono<Integer> alone(Deadline due, Instant now) {
        return fire(due, now)
                .thenReturn(1)
                .onErrorResume(
                        failure -> !(failure instanceof DataAccessResourceFailureException),
                        failure -> left(due, failure));
    }

    private static Mono<Integer> left(Deadline due, Throwable failure) {
        LOG.warn(
                "clock {} of {} did nothing: {}, again in {} s",
                due.name(),
                due.number(),
                Failed.briefly(failure),
                DueClocks.LEASE.toSeconds());
        return Mono.just(0);
    }

    private Mono<Void> fire(Deadline due, Instant now) {
        return cases.file(due.community(), due.number())
                .map(CaseFile::it)
                .flatMap(it -> fire(due, it, now).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> clocks.forget(due).thenReturn(false)))
                .then();
    }

    private Mono<Void> fire(Deadline due, Case it, Instant now) {
        return Mono.zip(communities.map(it.community()).flatMap(absences::told), workflows.of(it))
                .map(found -> new Escalation(found.getT1(), found.getT2(), it, words, now).of(due))
                .flatMap(effects::commit)
                .onErrorResume(Conflict.class, _ -> Mono.empty());
    }
}
