package org.linli.openness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.cases.CasesByTime;
import org.linli.cases.CasesByTime.Known;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.masking.MaskWords;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.AtStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// In the made-up community, those who reported something finished agree, so that the public list has something to
/// show.
@Component
@Order(300)
class AgreeInDemo implements AtStart {

    private static final Duration BEFORE = Duration.ofDays(60);

    private final Communities communities;
    private final CasesByTime cases;
    private final PublicLabels labels;
    private final MaskWords mask;
    private final Effects effects;
    private final Clock clock;
    private final boolean demo;

    AgreeInDemo(
            Communities communities,
            CasesByTime cases,
            PublicLabels labels,
            MaskWords mask,
            Effects effects,
            Clock clock,
            @Value("${linli.demo}") boolean demo) {
        this.communities = communities;
        this.cases = cases;
        this.labels = labels;
        this.mask = mask;
        this.effects = effects;
        this.clock = clock;
        this.demo = demo;
    }

    @Override
    public String name() {
        return "agree-in-demo";
    }

    @Override
    public Mono<Void> run() {
        return demo
                ? communities
                        .all()
                        .filter(CommunityMap::isMadeUp)
                        .concatMap(this::agree)
                        .then()
                : Mono.empty();
    }

    private Mono<Void> agree(CommunityMap map) {
        Instant now = clock.instant();
        var wanted =
                new CasesByTime.Wanted(labels.all(), List.of(), List.of(), now.minus(BEFORE), now, false, true, 200, 0);
        return cases.opened(map.id(), wanted)
                .collectList()
                .flatMap(found -> mask.forEverybody(
                                map.id(),
                                found.stream()
                                        .map(it -> it.it().problem().words())
                                        .toList())
                        .flatMapMany(masked -> Flux.fromStream(IntStream.range(0, found.size())
                                .mapToObj(i -> offer(map, found.get(i), masked.get(i), now))))
                        .collectList())
                .flatMap(effects::commit);
    }

    private static Offer offer(CommunityMap map, Known known, String masked, Instant now) {
        String number = known.it().number();
        return new Offer(map.id(), number, "demo/" + map.id() + "/" + number, masked, "", now, true);
    }
}
