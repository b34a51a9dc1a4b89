package org.linli.channels.wecom.archive;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is missing of each archive, as numbers for operators, while the platform can still give it: how many entries
/// (`linli.archive.holes`), for how long the oldest (`linli.archive.hole.seconds`), and how many it has forgotten
/// (`linli.archive.lost`).
@Component
class MeasureGaps implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(MeasureGaps.class);

    private record Measured(String archive, KeptNumbers.Gaps gaps) {

        Row<?> of(Number number) {
            return Row.of(Tags.of("account", Archives.ID + ":" + archive), number);
        }
    }

    private final Map<String, Long> toldLost = new ConcurrentHashMap<>();
    private final Archives archives;
    private final KeptNumbers numbers;
    private final Clock clock;
    private final MultiGauge holes;
    private final MultiGauge oldest;
    private final MultiGauge lost;

    MeasureGaps(Archives archives, KeptNumbers numbers, MeterRegistry meters, Clock clock) {
        this.archives = archives;
        this.numbers = numbers;
        this.clock = clock;
        this.holes = MultiGauge.builder("linli.archive.holes")
                .description("Entries of a chat archive that could not be kept and can still be fetched")
                .register(meters);
        this.oldest = MultiGauge.builder("linli.archive.hole.seconds")
                .description("For how long the oldest of them is missing; the platform forgets it after five days")
                .register(meters);
        this.lost = MultiGauge.builder("linli.archive.lost")
                .description("Entries of a chat archive that the platform has forgotten before they could be kept")
                .register(meters);
    }

    @Override
    public String name() {
        return "measure-archive-gaps";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Mono<Integer> round() {
        return Flux.fromIterable(archives.all())
                .concatMap(archive -> numbers.gaps(archive.id(), clock.instant().minus(ReadArchive.RETENTION))
                        .map(gaps -> new Measured(archive.id(), gaps)))
                .collectList()
                .doOnNext(this::tell)
                .thenReturn(0);
    }

    private void tell(List<Measured> all) {
        holes.register(all.stream().<Row<?>>map(it -> it.of(it.gaps().open())).toList(), true);
        oldest.register(
                all.stream().<Row<?>>map(it -> it.of(missingFor(it.gaps()))).toList(), true);
        lost.register(all.stream().<Row<?>>map(it -> it.of(it.gaps().lost())).toList(), true);
        all.forEach(this::alarm);
    }

    private long missingFor(KeptNumbers.Gaps gaps) {
        return Duration.between(gaps.oldest(), clock.instant()).toSeconds();
    }

    /// Once for each number that it grows to.
    private void alarm(Measured it) {
        long now = it.gaps().lost();
        Long before = toldLost.put(it.archive(), now);
        if (now > (before == null ? 0 : before)) {
            LOG.error("archive '{}': {} entries are lost for ever, the platform has forgotten them", it.archive(), now);
        }
    }
}
