package org.linli.notices.audience;

import java.util.List;
import java.util.Objects;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.choosing.ChooseResidents;
import org.linli.community.choosing.Chosen;
import org.linli.community.choosing.Whom;
import org.linli.notices.audience.Audience.Someone;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Finds out who is meant by the line that staff wrote.
@Component
public class FindAudience {

    private static final int SHOWN = 50;

    private final Communities communities;
    private final ChooseResidents residents;
    private final SavedAudiences saved;

    FindAudience(Communities communities, ChooseResidents residents, SavedAudiences saved) {
        this.communities = communities;
        this.residents = residents;
        this.saved = saved;
    }

    /// What may be named now. Never empty.
    public Mono<Names> names(CommunityId community) {
        return Mono.zip(plainNames(community), saved.of(community).collectList())
                .map(found -> found.getT1().knowing(found.getT2()));
    }

    /// The same without what staff keeps under names. Never empty.
    Mono<Names> plainNames(CommunityId community) {
        return Mono.zip(
                        communities.map(community),
                        residents.tags(community).collectList(),
                        residents.occasions(community).collectList())
                .map(found -> Names.of(found.getT1(), found.getT2()).with(found.getT3()));
    }

    /// Never empty.
    public Mono<Reading> read(CommunityId community, String line) {
        return names(community).map(names -> ReadAudience.read(line, names));
    }

    /// How many they are now. Never empty.
    public Mono<Long> count(CommunityId community, Whom whom) {
        return communities.map(community).flatMap(map -> residents.count(map, whom));
    }

    /// Who they are now; never empty, there may be nobody.
    public Mono<Audience> of(CommunityId community, Whom whom) {
        return Mono.zip(communities.map(community), names(community))
                .flatMap(found -> of(found.getT1(), found.getT2(), whom));
    }

    private Mono<Audience> of(CommunityMap map, Names names, Whom whom) {
        var reasons = new Reasons(names, map);
        return Mono.zip(
                        residents.count(map, whom),
                        residents.count(map, new Whom.Everybody()),
                        residents
                                .page(map, whom, "", SHOWN)
                                .map(it -> someone(it, reasons.why(whom, it), map))
                                .collectList())
                .map(found -> new Audience(whom, found.getT1(), found.getT2(), found.getT3()));
    }

    private static Someone someone(Chosen it, List<String> why, CommunityMap map) {
        String home = it.resident().home();
        return new Someone(
                it.resident().id(),
                Objects.requireNonNullElse(it.resident().name(), ""),
                home == null ? "" : map.place(home).map(map::display).orElse(""),
                why);
    }
}
