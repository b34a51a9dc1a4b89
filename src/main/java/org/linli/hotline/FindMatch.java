package org.linli.hotline;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.cases.Case;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseWords;
import org.linli.cases.CasesByTime;
import org.linli.cases.behalf.FindOnBehalf;
import org.linli.community.CommunityMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Looks for the case that an order is about: at the same place or with the same telephone, opened around the time of
/// the call.
@Component
public class FindMatch {

    private static final Duration BEFORE = Duration.ofDays(10);
    private static final Duration AFTER = Duration.ofDays(5);
    private static final int MOST = 100;

    private final CasesByTime cases;
    private final FindOnBehalf entries;
    private final Verdicts verdicts;
    private final ReadCall calls;
    private final CaseWords words;

    FindMatch(CasesByTime cases, FindOnBehalf entries, Verdicts verdicts, ReadCall calls, CaseWords words) {
        this.cases = cases;
        this.entries = entries;
        this.verdicts = verdicts;
        this.calls = calls;
        this.words = words;
    }

    /// Empty where none is likely, or staff has said that it is something else.
    public Mono<Match> of(CommunityMap map, WorkOrder order) {
        var call = calls.read(map, order);
        String spot = CaseFacts.spot(map, call.place());
        return entries.numbersOf(map.id(), order.phone())
                .collect(Collectors.toSet())
                .flatMap(ofPhone -> candidates(map, order, spot, ofPhone)
                        .filterWhen(it -> verdicts.rejected(map.id(), order.number())
                                .any(it.number()::equals)
                                .map(rejected -> !rejected))
                        .collectList()
                        .flatMap(found -> Mono.justOrEmpty(
                                Match.best(new Match.Clues(order, spot, call.label(), ofPhone), found))));
    }

    private Flux<Case> candidates(CommunityMap map, WorkOrder order, String spot, Set<String> ofPhone) {
        var there = spot.isEmpty() ? Flux.<Case>empty() : opened(map, order, List.of(), List.of(spot));
        var called = ofPhone.isEmpty() ? Flux.<Case>empty() : opened(map, order, List.copyOf(ofPhone), List.of());
        return there.concatWith(called).distinct(Case::number);
    }

    private Flux<Case> opened(CommunityMap map, WorkOrder order, List<String> numbers, List<String> spots) {
        return cases.opened(
                        map.id(),
                        new CasesByTime.Wanted(
                                words.labels().keySet(),
                                numbers,
                                spots,
                                order.receivedAt().minus(BEFORE),
                                order.receivedAt().plus(AFTER),
                                true,
                                true,
                                MOST,
                                0))
                .map(CasesByTime.Known::it);
    }
}
