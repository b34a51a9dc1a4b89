package org.linli.openness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.linli.cases.Case;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseWords;
import org.linli.cases.CasesByTime;
import org.linli.cases.CasesByTime.Known;
import org.linli.community.CommunityMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What everybody reads: the cases whose writers agreed, and how many there are of each kind.
@Component
public class PublicList {

    /// Fewer than this many could be known by their number alone.
    public static final int FEWEST = 5;

    private static final Duration SHOWN_FOR = Duration.ofDays(365);
    private static final Duration COUNTED = Duration.ofDays(90);
    private static final int MOST = 200;

    /// @param label empty: of every kind
    /// @param state `open`, `closed` or empty
    /// @param spot  a building or spot; empty: wherever
    public record Filter(String label, String state, String spot) {}

    /// @param where    the building or spot
    /// @param pictures ids
    public record Item(
            String number,
            String what,
            String where,
            String words,
            String state,
            boolean open,
            String unit,
            Instant openedAt,
            Instant changedAt,
            List<String> pictures) {}

    private final CasesByTime cases;
    private final Offers offers;
    private final OpenPictures pictures;
    private final PublicLabels labels;
    private final CaseWords words;
    private final Clock clock;

    PublicList(
            CasesByTime cases,
            Offers offers,
            OpenPictures pictures,
            PublicLabels labels,
            CaseWords words,
            Clock clock) {
        this.cases = cases;
        this.offers = offers;
        this.pictures = pictures;
        this.labels = labels;
        this.words = words;
        this.clock = clock;
    }

    /// The latest first. Never empty; the list may be.
    public Mono<List<Item>> list(CommunityMap map, Filter filter) {
        return offers.agreed(map.id())
                .flatMap(agreed -> agreed.isEmpty()
                        ? Mono.just(List.<Item>of())
                        : Mono.zip(
                                cases.opened(map.id(), wanted(filter, agreed.keySet()))
                                        .collectList(),
                                pictures.ready(map.id(), agreed.keySet()),
                                (found, shown) -> found.stream()
                                        .map(it -> item(map, it, agreed, shown))
                                        .toList()));
    }

    private CasesByTime.Wanted wanted(Filter filter, Set<String> numbers) {
        Instant now = clock.instant();
        var all = labels.all();
        return new CasesByTime.Wanted(
                filter.label().isEmpty()
                        ? all
                        : all.stream().filter(filter.label()::equals).toList(),
                numbers,
                filter.spot().isEmpty() ? List.of() : List.of(filter.spot()),
                now.minus(SHOWN_FOR),
                now,
                !filter.state().equals("closed"),
                !filter.state().equals("open"),
                MOST,
                0);
    }

    private Item item(CommunityMap map, Known known, Map<String, Offer> agreed, Map<String, Collection<String>> shown) {
        Case it = known.it();
        var told = new CaseFacts(map, words, clock.instant()).of(it);
        var offer = agreed.get(it.number());
        return new Item(
                it.number(),
                told.getOrDefault("what", ""),
                told.getOrDefault("where", ""),
                offer == null ? "" : offer.words(),
                told.getOrDefault("state", ""),
                it.isOpen(),
                told.getOrDefault("unit", ""),
                it.openedAt(),
                known.changedAt(),
                List.copyOf(shown.getOrDefault(it.number(), List.of())));
    }

    /// How many of each kind were opened within ninety days, by its words; [Long#MIN_VALUE] where too few to be told.
    /// Never empty.
    public Mono<Map<String, Long>> counts(CommunityMap map) {
        Instant now = clock.instant();
        return cases.counts(map.id(), labels.all(), now.minus(COUNTED), now).map(this::told);
    }

    private Map<String, Long> told(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        it -> words.label(it.getKey()),
                        it -> it.getValue() < FEWEST ? Long.MIN_VALUE : it.getValue(),
                        (one, _) -> one,
                        TreeMap::new));
    }

    /// What can be chosen, by label.
    public Map<String, String> choices() {
        return labels.all().stream().collect(Collectors.toMap(it -> it, words::label, (one, _) -> one, TreeMap::new));
    }
}
