package org.linli.cases.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Sight;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.Place;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.dialogue.WaitingTalk;
import org.linli.dialogue.kept.Talks;
import org.linli.web.NavCount;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Which of the talks that wait for a person a staff member sees: community workers all, grid workers those of their
/// grid. A talk of which nobody knows where it belongs is the community workers'.
@Component
class TalksInSight implements NavCount {

    /// @param handle   names the talk on pages, where its own name would tell an address
    /// @param resident `null` when the address is not known
    /// @param group    `null` in a private talk
    record Seen(
            String handle,
            WaitingTalk talk,
            @Nullable Resident resident,
            @Nullable Group group) {}

    private final Talks talks;
    private final Residents residents;
    private final Communities communities;

    TalksInSight(Talks talks, Residents residents, Communities communities) {
        this.talks = talks;
        this.residents = residents;
        this.communities = communities;
    }

    /// The longest waiting first.
    Flux<Seen> of(StaffMember member, CommunityMap map) {
        return talks.waiting(map.id())
                .flatMapSequential(talk -> seen(talk, map))
                .filter(seen -> isInSight(seen, member, map));
    }

    @Override
    public String path() {
        return "/desk/talks";
    }

    @Override
    public Mono<Long> waiting(StaffMember member) {
        return mayLook(member)
                ? communities
                        .map(member.community())
                        .flatMapMany(map -> of(member, map))
                        .count()
                : Mono.empty();
    }

    /// Companies and departments have no part in what residents tell the community.
    static boolean mayLook(StaffMember member) {
        return member.role() != Role.UNIT_WORKER;
    }

    private Mono<Seen> seen(WaitingTalk talk, CommunityMap map) {
        var group = map.group(talk.where()).orElse(null);
        return residents
                .at(map.id(), talk.speaker())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(resident -> new Seen(handle(talk), talk, resident.orElse(null), group));
    }

    private static String handle(WaitingTalk talk) {
        return UUID.nameUUIDFromBytes(talk.conversation().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static boolean isInSight(Seen seen, StaffMember member, CommunityMap map) {
        var sight = Sight.of(member, map);
        return mayLook(member)
                && (sight.all()
                        || place(seen, map)
                                .filter(it -> sight.places().contains(it.id()))
                                .isPresent());
    }

    /// Where it belongs: to the group's place, otherwise to the speaker's home.
    static Optional<Place> place(Seen seen, CommunityMap map) {
        var group = seen.group();
        var resident = seen.resident();
        String place = group != null ? group.place() : resident == null ? null : resident.home();
        return place == null ? Optional.empty() : map.place(place);
    }
}
