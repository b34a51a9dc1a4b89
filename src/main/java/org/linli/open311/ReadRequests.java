package org.linli.open311;

import java.text.MessageFormat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Case;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseWords;
import org.linli.cases.CasesByTime;
import org.linli.cases.CasesByTime.Known;
import org.linli.cases.PublicPictures;
import org.linli.community.CommunityMap;
import org.linli.web.PublicAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Cases as service requests.
@Component
public class ReadRequests {

    private final CasesByTime cases;
    private final TakenBefore taken;
    private final Services services;
    private final CaseWords words;
    private final ObjectProvider<PublicPictures> pictures;
    private final PublicAddress address;
    private final Clock clock;

    ReadRequests(
            CasesByTime cases,
            TakenBefore taken,
            Services services,
            CaseWords words,
            ObjectProvider<PublicPictures> pictures,
            PublicAddress address,
            Clock clock) {
        this.cases = cases;
        this.taken = taken;
        this.services = services;
        this.words = words;
        this.pictures = pictures;
        this.address = address;
        this.clock = clock;
    }

    /// The latest first; cases of labels that are no service are not among them. Never empty; the list may be.
    public Mono<List<ServiceRequest>> list(CommunityMap map, Query query) {
        return cases.opened(map.id(), query.wanted(services.codes()))
                .collectList()
                .flatMap(found -> {
                    var numbers = found.stream().map(it -> it.it().number()).toList();
                    return Mono.zip(taken.descriptions(map.id(), numbers), media(map, numbers))
                            .map(it -> found.stream()
                                    .map(known -> request(map, known, it.getT1(), it.getT2()))
                                    .toList());
                });
    }

    /// Addresses of the pictures that everybody may see; none where nobody outside could open them.
    private Mono<Map<String, List<String>>> media(CommunityMap map, List<String> numbers) {
        return Flux.fromStream(pictures.orderedStream())
                .flatMap(it -> it.paths(map.id(), numbers))
                .flatMapIterable(Map::entrySet)
                .collectMap(
                        Map.Entry::getKey,
                        it -> it.getValue().stream()
                                .flatMap(path -> address.of(path).stream())
                                .toList());
    }

    private ServiceRequest request(
            CommunityMap map, Known known, Map<String, String> descriptions, Map<String, List<String>> media) {
        Case it = known.it();
        var told = new CaseFacts(map, words, clock.instant()).of(it);
        var at = where(map, it);
        var shown = media.getOrDefault(it.number(), List.of());
        return new ServiceRequest(
                it.number(),
                it.isOpen() ? "open" : "closed",
                told.getOrDefault("state", ""),
                words.label(it.problem().label()),
                it.problem().label(),
                descriptions.get(it.number()),
                told.getOrDefault("unit", ""),
                it.isOpen() ? notice(told) : null,
                W3.of(it.openedAt()),
                W3.of(known.changedAt()),
                it.isOpen() ? W3.of(it.care().dueAt()) : null,
                blankToNull(told.getOrDefault("where", "")),
                blankToNull(it.problem().spot()),
                null,
                at == null ? null : rounded(at.latitude()),
                at == null ? null : rounded(at.longitude()),
                shown.isEmpty() ? null : shown.getFirst(),
                it.state().name().toLowerCase(Locale.ROOT),
                shown);
    }

    private String notice(Map<String, String> told) {
        return new MessageFormat(services.say("open311.notice"))
                .format(new Object[] {told.getOrDefault("unit", ""), told.getOrDefault("due", "")});
    }

    private static @Nullable Wgs84 where(CommunityMap map, Case it) {
        return map.place(it.problem().spot())
                .map(place -> place.at())
                .map(Wgs84::of)
                .orElse(null);
    }

    /// To about a decimetre.
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
