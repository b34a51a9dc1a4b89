package org.linli.openness;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.cases.PublicPictures;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Those in which staff blacked out faces, of cases whose writers agreed, where the public list is switched on.
@Component
class TellPublicPictures implements PublicPictures {

    private final Openness openness;
    private final Offers offers;
    private final OpenPictures pictures;

    TellPublicPictures(Openness openness, Offers offers, OpenPictures pictures) {
        this.openness = openness;
        this.offers = offers;
        this.pictures = pictures;
    }

    @Override
    public Mono<Map<String, List<String>>> paths(CommunityId community, Collection<String> numbers) {
        return numbers.isEmpty()
                ? Mono.just(Map.of())
                : openness.open(community.value())
                        .flatMap(_ -> Mono.zip(offers.of(community, numbers), pictures.ready(community, numbers)))
                        .map(it -> shown(community, it.getT1(), it.getT2()))
                        .defaultIfEmpty(Map.of());
    }

    private static Map<String, List<String>> shown(
            CommunityId community, Map<String, Offer> offers, Map<String, Collection<String>> ready) {
        return ready.entrySet().stream()
                .filter(it -> isAgreed(offers, it.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        it -> it.getValue().stream()
                                .map(id -> "/open/%s/pictures/%s/%s".formatted(community.value(), it.getKey(), id))
                                .toList()));
    }

    private static boolean isAgreed(Map<String, Offer> offers, String number) {
        var offer = offers.get(number);
        return offer != null && Boolean.TRUE.equals(offer.agreed());
    }
}
