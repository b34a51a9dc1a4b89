package org.linli.masking;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.community.Communities;
import org.linli.community.Residents;
import org.linli.community.StaffMember;
import org.linli.platform.database.CommunityId;
import org.linli.understanding.Entities;
import org.linli.understanding.NameEntities;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Masks texts with the register of their community: names of residents and staff, rooms, numbers, plates, accounts.
@Component
public class MaskWords {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern HIDDEN = Pattern.compile("(?<!\\d)0{2,}(?!\\d)|〇{2,}");

    private final Communities communities;
    private final Residents residents;
    private final NameEntities entities;
    private final Clock clock;

    MaskWords(Communities communities, Residents residents, NameEntities entities, Clock clock) {
        this.communities = communities;
        this.residents = residents;
        this.entities = entities;
        this.clock = clock;
    }

    /// As examples, in which numbers are zeros of the same length; in the order of the texts. Never empty.
    public Mono<List<String>> of(CommunityId community, List<String> said) {
        var pieces = said.stream().flatMap(it -> NameMask.pieces(it).stream()).collect(Collectors.toUnmodifiableSet());
        return Mono.zip(residents.namesAmong(community, pieces), staff(community), MaskWords::together)
                .map(names -> new Masking(names, this::named))
                .map(masking -> said.stream().map(masking::of).toList());
    }

    /// As everybody may read them: what was hidden is seen to be hidden. In the order of the texts. Never empty.
    public Mono<List<String>> forEverybody(CommunityId community, List<String> said) {
        return of(community, said)
                .map(masked -> masked.stream()
                        .map(it -> HIDDEN.matcher(it).replaceAll("**"))
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
}
