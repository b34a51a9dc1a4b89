package org.linli.inbox;

import java.time.Duration;
import org.linli.platform.jobs.Alongside;
import org.linli.platform.jobs.Bells;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hands messages to whoever works on them, each conversation in order and one at a time, over all replicas.
///
/// A round only claims and starts: a slow conversation does not hold up the others. Each message that ends rings for
/// the next one.
@Component
class ClaimArrivals implements Job {

    static final String NAME = "claim-arrivals";

    private final Alongside running = new Alongside(NAME, 256);
    private final WorkOnArrival worker;
    private final Leases leases;
    private final Bells bells;

    ClaimArrivals(WorkOnArrival worker, Leases leases, Bells bells) {
        this.worker = worker;
        this.leases = leases;
        this.bells = bells;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(200);
    }

    @Override
    public Mono<Integer> round() {
        int free = running.free();
        if (free == 0 || !worker.isPossible()) {
            return Mono.just(0);
        }
        return leases.claim(free).map(this::start);
    }

    /// What ends or arrives from now on rings; where nothing else may be left, nobody looks again without that.
    private int start(Leases.Claim claim) {
        claim.arrivals().forEach(this::start);
        return claim.more() ? claim.arrivals().size() : 0;
    }

    private void start(Arrival arrival) {
        running.start(worker.work(arrival), () -> bells.ring(NAME));
    }
}
