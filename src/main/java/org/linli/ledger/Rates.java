package org.linli.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.channels.Allowance.Rate;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Coalesced;
import org.linli.platform.jobs.OnceASecond;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Lets messages through no faster than platforms allow, over all replicas; also while Redis is away, then slower.
@Component
class Rates {

    private static final Logger LOG = LoggerFactory.getLogger(Rates.class);

    private record Ask(CommunityId community, Rate rate) {}

    /// @param step        between those that have to wait
    /// @param fromReserve whether one more may come from there
    private record Turn(int granted, Duration step, boolean fromReserve) {}

    private final Buckets buckets;
    private final Paces paces;
    private final OnceASecond away = new OnceASecond();
    private final Coalesced<Ask, Duration> asks = new Coalesced<>(256, 4, this::together);

    Rates(Buckets buckets, Paces paces) {
        this.buckets = buckets;
        this.paces = paces;
    }

    /// Zero when one message may leave now, otherwise how long to wait before asking again. Never empty.
    Mono<Duration> take(CommunityId community, Rate rate) {
        return asks.call(new Ask(community, rate));
    }

    private Mono<List<Duration>> together(List<Ask> batch) {
        var wanted = new LinkedHashMap<Ask, Integer>();
        batch.forEach(ask -> wanted.merge(ask, 1, Integer::sum));
        return Flux.fromIterable(wanted.entrySet())
                .flatMapSequential(it -> waits(it.getKey(), it.getValue()).map(waits -> Map.entry(it.getKey(), waits)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(waits -> handOut(batch, waits));
    }

    /// One for each that is wanted: those who have to wait stand in line.
    private Mono<List<Duration>> waits(Ask ask, int wanted) {
        return buckets.take(ask.rate(), wanted)
                .map(granted -> new Turn(granted, Share.of(ask.rate()).step(ask.rate()), Share.isSmall(ask.rate())))
                .onErrorResume(error -> {
                    away.happened(_ -> LOG.warn("Redis counts no rates ({}): sending slowly", Failed.briefly(error)));
                    return Mono.just(new Turn(0, Paces.step(ask.rate()), true));
                })
                .flatMap(turn -> turn.granted() < wanted && turn.fromReserve() ? oneMore(ask, turn) : Mono.just(turn))
                .map(turn -> inLine(wanted, turn.granted(), turn.step()));
    }

    private Mono<Turn> oneMore(Ask ask, Turn turn) {
        return paces.take(ask.community(), ask.rate())
                .map(wait -> wait.isZero() ? new Turn(turn.granted() + 1, turn.step(), true) : turn);
    }

    static List<Duration> inLine(int wanted, int granted, Duration step) {
        var waits = new ArrayList<Duration>(wanted);
        for (int i = 0; i < wanted; i++) {
            waits.add(i < granted ? Duration.ZERO : step.multipliedBy(i - granted + 1L));
        }
        return waits;
    }

    private static List<Duration> handOut(List<Ask> batch, Map<Ask, List<Duration>> waits) {
        var next = new HashMap<Ask, Integer>();
        var answers = new ArrayList<Duration>(batch.size());
        for (Ask ask : batch) {
            answers.add(waits.getOrDefault(ask, List.of()).get(next.merge(ask, 1, Integer::sum) - 1));
        }
        return answers;
    }
}
