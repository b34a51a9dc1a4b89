package org.linli.polls.rounds;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.cases.SpokenTime;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.owners.FindOwners;
import org.linli.polls.owners.Owner;
import org.linli.polls.register.Age;
import org.linli.polls.register.Ages;
import org.linli.polls.register.Barrier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who may vote in a round: whoever is verified, old enough and lives there now; or whoever owns something there. Who
/// comes later votes in the next round.
@Component
class DrawUpRegister {

    /// @param voters each voice once
    /// @param away   who lives there and is not on it, by the ids of residents
    /// @param owners whose voices they are, where owners vote; otherwise empty
    record Drawn(List<Voter> voters, Map<String, Barrier> away, List<Owner> owners) {}

    private final Communities communities;
    private final Residents residents;
    private final FindOwners owners;
    private final Ages ages;
    private final Clock clock;

    DrawUpRegister(Communities communities, Residents residents, FindOwners owners, Ages ages, Clock clock) {
        this.communities = communities;
        this.residents = residents;
        this.owners = owners;
        this.ages = ages;
        this.clock = clock;
    }

    /// Never empty; there may be nobody in it.
    Mono<Drawn> of(Round round) {
        return communities
                .map(round.community())
                .flatMap(map -> Mono.zip(
                                neighbours(round, map),
                                ages.of(round.community()),
                                round.voice() == Voice.OWNER ? owners(round, map) : Mono.just(List.<Owner>of()))
                        .map(it -> round.voice() == Voice.OWNER
                                ? owning(it.getT1(), it.getT3())
                                : living(round, it.getT1(), it.getT2(), map)));
    }

    private Mono<List<Resident>> neighbours(Round round, CommunityMap map) {
        return Flux.fromStream(map.place(round.place()).stream())
                .flatMap(place -> residents.ofPlace(round.community(), place))
                .collectList();
    }

    private Mono<List<Owner>> owners(Round round, CommunityMap map) {
        return Mono.justOrEmpty(map.place(round.place()))
                .flatMap(place -> owners.at(place, map))
                .defaultIfEmpty(List.of());
    }

    private static Drawn owning(List<Resident> neighbours, List<Owner> owners) {
        var away = new HashMap<String, Barrier>();
        neighbours.stream()
                .filter(it ->
                        owners.stream().noneMatch(owner -> owner.residents().contains(it.id())))
                .forEach(it -> away.put(it.id(), it.verified() ? Barrier.NO_OWNER : Barrier.NOT_VERIFIED));
        return new Drawn(
                owners.stream().map(it -> new Voter(it.id(), it.place(), "")).toList(), away, owners);
    }

    /// A household stands in it by any one who may vote, so none who lives there is turned away.
    private Drawn living(Round round, List<Resident> neighbours, Map<String, Age> ages, CommunityMap map) {
        var today = LocalDate.ofInstant(clock.instant(), SpokenTime.ZONE);
        var voters = new LinkedHashMap<String, Voter>();
        var away = new HashMap<String, Barrier>();
        for (Resident it : neighbours) {
            var barrier = barrier(round, it, ages, today, map);
            barrier.ifPresentOrElse(
                    why -> away.put(it.id(), why),
                    () -> voters.computeIfAbsent(voice(round, it), id -> new Voter(id, home(it), "")));
        }
        neighbours.stream()
                .filter(it -> round.voice() == Voice.HOUSEHOLD && voters.containsKey(voice(round, it)))
                .forEach(it -> away.remove(it.id()));
        return new Drawn(new ArrayList<>(voters.values()), away, List.of());
    }

    private static Optional<Barrier> barrier(
            Round round, Resident it, Map<String, Age> ages, LocalDate today, CommunityMap map) {
        if (!it.verified()) {
            return Optional.of(Barrier.NOT_VERIFIED);
        }
        boolean room = map.place(home(it))
                .filter(place -> place.kind() == Place.Kind.ROOM)
                .isPresent();
        return round.voice() == Voice.HOUSEHOLD && !room
                ? Optional.of(Barrier.NO_ROOM)
                : Age.barrier(ages.get(it.id()), round.conditions().age(), today);
    }

    private static String voice(Round round, Resident it) {
        return round.voice() == Voice.PERSON ? "resident:" + it.id() : "home:" + home(it);
    }

    private static String home(Resident it) {
        return it.home() == null ? "" : it.home();
    }
}
