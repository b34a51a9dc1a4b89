package org.linli.polls.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.polls.FindPolls;
import org.linli.polls.consent.Rearrangements;
import org.linli.polls.register.Age;
import org.linli.polls.register.Ages;
import org.linli.polls.register.TurnedAway;
import org.linli.polls.rounds.Round;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Shows staff whose age waits for a document, who is not on a register and why, and what proposers are asked.
@Component
class ShowRegister {

    /// @param born as it was said
    record Said(String resident, String name, String where, String born) {

        @Override
        public String toString() {
            return "Said[]";
        }
    }

    /// @param why a [org.linli.polls.register.Barrier]
    record Away(String name, String where, String why) {

        @Override
        public String toString() {
            return "Away[]";
        }
    }

    private final Residents residents;
    private final Ages ages;
    private final TurnedAway away;
    private final FindPolls polls;
    private final Rearrangements rearrangements;

    ShowRegister(Residents residents, Ages ages, TurnedAway away, FindPolls polls, Rearrangements rearrangements) {
        this.residents = residents;
        this.ages = ages;
        this.away = away;
        this.polls = polls;
        this.rearrangements = rearrangements;
    }

    /// Adds `ages`, `away` and `asked`.
    Mono<Void> fill(Round round, CommunityMap map, Model model) {
        return Flux.fromStream(map.place(round.place()).stream())
                .flatMap(place -> residents.ofPlace(round.community(), place))
                .collectList()
                .flatMap(all -> Mono.zip(
                                ages.of(round.community()),
                                polls.one(round.community(), round.id())
                                        .flatMapMany(away::of)
                                        .collectMap(Map.Entry::getKey, Map.Entry::getValue),
                                rearrangements.of(round.community(), round.id()).collectList())
                        .doOnNext(found -> {
                            model.addAttribute(
                                    "ages", round.conditions().age() == 0 ? List.of() : said(all, found.getT1(), map));
                            model.addAttribute(
                                    "away",
                                    all.stream()
                                            .filter(it -> found.getT2().containsKey(it.id()))
                                            .map(it -> new Away(
                                                    name(it),
                                                    where(it, map),
                                                    String.valueOf(found.getT2().get(it.id()))))
                                            .toList());
                            model.addAttribute("asked", found.getT3());
                        }))
                .then();
    }

    private static List<Said> said(List<Resident> all, Map<String, Age> ages, CommunityMap map) {
        return all.stream()
                .flatMap(it -> unseen(it, ages.get(it.id()), map).stream())
                .toList();
    }

    private static List<Said> unseen(Resident it, @Nullable Age age, CommunityMap map) {
        var born = age == null ? null : age.born();
        return age == null || born == null || age.seen()
                ? List.of()
                : List.of(new Said(it.id(), name(it), where(it, map), born.toString()));
    }

    private static String name(Resident it) {
        return it.name() == null ? "" : it.name();
    }

    private static String where(Resident it, CommunityMap map) {
        return it.home() == null ? "" : map.place(it.home()).map(map::display).orElse("");
    }
}
