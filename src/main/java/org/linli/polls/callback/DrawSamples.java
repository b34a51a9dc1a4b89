package org.linli.polls.callback;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.linli.polls.callback.SampleChanged.Change;
import org.linli.polls.log.Breakdown;
import org.linli.polls.log.TreeHead;
import org.linli.polls.logbook.Log;
import org.linli.polls.logbook.Logbook;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Draws a sample of each round that was counted, once, when the last head covers its whole log: from the first
/// head with all ballots. Of fewer than [Breakdown#FEWEST] ballots none is drawn. What is taken out afterwards stays in
/// the sample, and nobody is asked about it.
@Component
class DrawSamples implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(DrawSamples.class);
    private static final int BATCH = 20;

    private final Samples samples;
    private final FindRounds rounds;
    private final Logbook logs;
    private final CallbackProperties properties;
    private final Effects effects;
    private final Clock clock;

    DrawSamples(
            Samples samples,
            FindRounds rounds,
            Logbook logs,
            CallbackProperties properties,
            Effects effects,
            Clock clock) {
        this.samples = samples;
        this.rounds = rounds;
        this.logs = logs;
        this.properties = properties;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "draw-samples";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    /// How many were drawn by this replica.
    @Override
    public Mono<Integer> round() {
        return properties.sample() == 0
                ? Mono.just(0)
                : EachAlone.of(samples.toDraw(Breakdown.FEWEST, BATCH), LOG, this::drawn);
    }

    private Mono<Log> drawn(Samples.Due due) {
        return Mono.zip(rounds.one(due.community(), due.poll()), logs.of(due.community(), due.poll()))
                .flatMap(it ->
                        effects.commit(List.of(drawn(it.getT1(), it.getT2()))).thenReturn(it.getT2()))
                .onErrorResume(Conflict.class, _ -> Mono.empty());
    }

    /// Not the last: a ballot that is taken out of the public result would move the lot.
    private static TreeHead headOfAllBallots(Log log) {
        int all = Lot.withAllBallots(log.entries());
        return log.heads().stream()
                .map(TreeHead.Signed::head)
                .filter(it -> it.size() >= all)
                .findFirst()
                .orElseThrow();
    }

    private SampleChanged drawn(Round round, Log log) {
        var head = headOfAllBallots(log);
        var lot = new Lot(log.check().name(), round.rules().seed(), head.root().base64());
        var places = lot.places(log.entries().subList(0, head.size()), properties.sample());
        return new SampleChanged(
                round.community(),
                round.id(),
                new Change.IsDrawn(head.size(), head.root().base64(), places, clock.instant()));
    }
}
