package org.linli.cases.asking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseLetters;
import org.linli.cases.CaseWords;
import org.linli.cases.FindCases;
import org.linli.cases.Neighbour;
import org.linli.cases.StepPictures;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Reaches;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Asks up to three neighbours of the place whether what was called done is done: those who live in the building, or
/// around the spot. Only of what neighbours share; nobody is asked about somebody's quarrel.
///
/// Replicas need no lease: of two who ask about the same case one is refused.
@Component
class AskNeighbours implements Job {

    private static final Duration WORTH_ASKING = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST = 50;

    /// So many are looked at to find three.
    private static final int MOST_CANDIDATES = 60;

    private final FindInquiries inquiries;
    private final FindCases cases;
    private final Communities communities;
    private final Residents residents;
    private final Reaches reaches;
    private final CaseWords words;
    private final Effects effects;
    private final Clock clock;

    AskNeighbours(
            FindInquiries inquiries,
            FindCases cases,
            Communities communities,
            Residents residents,
            Reaches reaches,
            CaseWords words,
            Effects effects,
            Clock clock) {
        this.inquiries = inquiries;
        this.cases = cases;
        this.communities = communities;
        this.residents = residents;
        this.reaches = reaches;
        this.words = words;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ask-neighbours";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Mono<Integer> round() {
        var now = clock.instant();
        return inquiries
                .due(now.minus(WORTH_ASKING), MOST)
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(due -> cases.file(due.community(), due.number()))
                .concatMap(file -> ask(file, now))
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> ask(CaseFile file, Instant now) {
        return communities
                .map(file.it().community())
                .flatMap(map ->
                        chosen(file, map, now).flatMap(people -> effects.commit(changes(file, people, map, now))))
                .thenReturn(1)
                .onErrorResume(Conflict.class, _ -> Mono.just(0));
    }

    private Mono<List<Neighbour>> chosen(CaseFile file, CommunityMap map, Instant now) {
        return candidates(file, map)
                .collectList()
                .flatMap(all -> inquiries
                        .ofLate(
                                map.id(),
                                all.stream()
                                        .map(Neighbour::resident)
                                        .filter(Objects::nonNull)
                                        .toList(),
                                now.minus(WEEK))
                        .map(ofLate -> new ChooseNeighbours(file, ofLate).of(all)));
    }

    private Flux<Neighbour> candidates(CaseFile file, CommunityMap map) {
        return !file.isShared()
                ? Flux.empty()
                : Mono.justOrEmpty(around(file.it().problem().spot(), map))
                        .flatMapMany(place -> residents.ofPlace(map.id(), place))
                        .sort(Comparator.comparing(
                                it -> ChooseNeighbours.lot(file.it().number(), it.id())))
                        .take(MOST_CANDIDATES)
                        .concatMap(it -> reached(map.id(), it));
    }

    /// The building; around a spot the compound, as nobody lives at a gate.
    private static Optional<Place> around(String spot, CommunityMap map) {
        return map.place(spot).stream()
                .flatMap(place -> map.path(place).stream())
                .filter(it -> it.kind() == Place.Kind.BUILDING || it.kind() == Place.Kind.COMPOUND)
                .findFirst();
    }

    private Mono<Neighbour> reached(CommunityId community, Resident resident) {
        return residents
                .addresses(community, resident.id())
                .filter(it -> it.kind() == Address.Kind.PERSON)
                .filterWhen(it -> reaches.isLost(community, it).map(lost -> !lost))
                .next()
                .map(it -> new Neighbour(resident.id(), it, null, it));
    }

    private List<Effect> changes(CaseFile file, List<Neighbour> people, CommunityMap map, Instant now) {
        var it = file.it();
        var resolvedAt = Objects.requireNonNullElse(it.resolvedAt(), now);
        var asked = people.stream().map(who -> new Inquiry.Asked(who, null)).toList();
        var changes = new ArrayList<Effect>();
        changes.add(new NeighboursAsked(new Inquiry(it.community(), it.number(), resolvedAt, asked), now));
        String occasion = "%s/asked/%d".formatted(it.number(), resolvedAt.getEpochSecond());
        new CaseLetters(map, new CaseFacts(map, words, now), occasion, StepPictures.NONE)
                .toThese(people.stream(), "case-neighbour-asked", it, "")
                .forEach(changes::add);
        return changes;
    }
}
