package org.linli.teaching;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.dialogue.Teachable;
import org.linli.masking.MaskWords;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Takes out of messages whom they are about, before they are kept: with the register of their community.
@Component
class MaskTeachables {

    private final MaskWords mask;

    MaskTeachables(MaskWords mask) {
        this.mask = mask;
    }

    /// In any order. Never empty; the list may be.
    Mono<List<Teachable>> of(List<Teachable> said) {
        return Flux.fromIterable(said.stream()
                        .collect(Collectors.groupingBy(Teachable::community))
                        .entrySet())
                .concatMap(it -> masked(it.getKey(), it.getValue()))
                .collectList();
    }

    private Flux<Teachable> masked(CommunityId community, List<Teachable> said) {
        return mask.of(community, said.stream().map(Teachable::words).toList())
                .flatMapIterable(masked -> IntStream.range(0, said.size())
                        .mapToObj(i -> with(said.get(i), masked.get(i)))
                        .toList());
    }

    private static Teachable with(Teachable it, String masked) {
        return new Teachable(
                it.community(),
                it.key(),
                it.by(),
                masked,
                it.inGroup(),
                it.guess(),
                it.confidence(),
                it.right(),
                it.cause(),
                it.at());
    }
}
