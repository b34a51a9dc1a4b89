package org.linli.teaching;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.community.Communities;
import org.linli.community.Residents;
import org.linli.community.StaffMember;
import org.linli.dialogue.Teachable;
import org.linli.platform.database.CommunityId;
import org.linli.understanding.Entities;
import org.linli.understanding.NameEntities;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Takes out of messages whom they are about, before they are kept: with the register of their community.
@Component
class MaskTeachables {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Communities communities;
    private final Residents residents;
    private final NameEntities entities;
    private final Clock clock;

    MaskTeachables(Communities communities, Residents residents, NameEntities entities, Clock clock) {
        this.communities = communities;
        this.residents = residents;
        this.entities = entities;
        this.clock = clock;
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
        var pieces = said.stream()
                .flatMap(it -> Masking.pieces(it.words()).stream())
                .collect(Collectors.toUnmodifiableSet());
        return Mono.zip(residents.namesAmong(community, pieces), staff(community), MaskTeachables::together)
                .map(names -> new Masking(names, this::named))
                .flatMapIterable(masking -> said.stream()
                        .map(it -> with(it, masking.of(it.words())))
                        .toList());
    }

    private Mono<Set<String>> staff(CommunityId community) {
        return communities
                .map(community)
                .map(map -> map.staff().stream().map(StaffMember::name).collect(Collectors.toUnmodifiableSet()));
    }

    private Entities named(String text) {
        return entities.in(text, LocalDateTime.ofInstant(clock.instant(), ZONE));
    }

    private static Set<String> together(Collection<String> some, Collection<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
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
