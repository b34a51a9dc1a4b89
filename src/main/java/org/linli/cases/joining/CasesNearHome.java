package org.linli.cases.joining;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.linli.cases.Case;
import org.linli.cases.CaseWords;
import org.linli.cases.CasesByTime;
import org.linli.cases.Similar;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What is open where somebody lives and neighbours may have in common. Whoever sees it may join it.
@Component
public class CasesNearHome {

    private static final Duration RECENT = Duration.ofDays(90);
    private static final int READ = 100;
    private static final int MOST = 10;

    private final CasesByTime cases;
    private final CaseWords words;
    private final Clock clock;

    CasesNearHome(CasesByTime cases, CaseWords words, Clock clock) {
        this.cases = cases;
        this.words = words;
        this.clock = clock;
    }

    /// The own building first, then the latest first; at most ten. Never empty; the list may be.
    public Mono<List<Case>> open(Visitor visitor) {
        var spots = OfThere.spots(visitor.map(), visitor.home());
        return spots.isEmpty()
                ? Mono.just(List.of())
                : cases.opened(visitor.map().id(), wanted(spots))
                        .map(CasesByTime.Known::it)
                        .sort(Comparator.comparing(it -> !it.problem().spot().equals(spots.getFirst())))
                        .take(MOST)
                        .collectList();
    }

    private CasesByTime.Wanted wanted(List<String> spots) {
        var shared = words.labels().keySet().stream().filter(Similar::isShared).toList();
        var now = clock.instant();
        return new CasesByTime.Wanted(shared, List.of(), spots, now.minus(RECENT), now, true, false, READ, 0);
    }
}
