package org.linli.whistles.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.cases.CaseWords;
import org.linli.cases.FindCases;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.community.Unit;
import org.linli.platform.database.CommunityId;
import org.linli.whistles.FindWhistles;
import org.linli.whistles.ScoreUnits;
import org.linli.whistles.Whistle;
import org.linli.whistles.WhistleLinks;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Puts whistles on a page.
@Component
class ShowWhistles {

    private static final Duration COUNTED = Duration.ofDays(365);

    /// A unit's figures, as they are shown.
    record ScoreView(String unit, long called, long inTime, long late, long refusals, String stars) {}

    private final FindWhistles find;
    private final ScoreUnits score;
    private final WhistleLinks links;
    private final FindCases cases;
    private final Communities communities;
    private final CaseWords words;
    private final Clock clock;

    ShowWhistles(
            FindWhistles find,
            ScoreUnits score,
            WhistleLinks links,
            FindCases cases,
            Communities communities,
            CaseWords words,
            Clock clock) {
        this.find = find;
        this.score = score;
        this.links = links;
        this.cases = cases;
        this.communities = communities;
        this.words = words;
        this.clock = clock;
    }

    Mono<Seen> seen(CommunityId community) {
        return communities.map(community).map(map -> Seen.of(map, words, clock.instant()));
    }

    /// What a unit sees by its link: this whistle alone.
    Mono<String> alone(Whistle it, String path, Model model) {
        return seen(it.community())
                .flatMap(seen -> view(it, path, true, false, seen))
                .doOnNext(view -> model.addAttribute("it", view))
                .thenReturn("whistles/one");
    }

    /// The desk's page: everything that goes on, or all about one case.
    ///
    /// @param number of the case; empty: everything that goes on
    Mono<String> desk(StaffMember member, String number, Model model) {
        return seen(member.community())
                .flatMap(seen -> views(member, number, seen)
                        .doOnNext(views -> {
                            model.addAttribute("whistles", views);
                            model.addAttribute("number", number);
                            model.addAttribute("mayBlow", member.seesEverything());
                            model.addAttribute("units", callable(seen));
                        })
                        .then(scores(member, seen))
                        .doOnNext(scores -> model.addAttribute("scores", scores)))
                .thenReturn("whistles/list");
    }

    private static List<Unit> callable(Seen seen) {
        return seen.map().units().stream()
                .filter(it -> it.kind() != Unit.Kind.DESK)
                .toList();
    }

    private Mono<List<WhistleView>> views(StaffMember member, String number, Seen seen) {
        String unit = member.seesEverything() ? "" : member.unit();
        var those = number.isEmpty()
                ? find.goingOn(member.community(), unit)
                : find.ofCase(member.community(), number)
                        .filter(it -> unit.isEmpty() || it.unit().equals(unit));
        return those.collectList().flatMap(found -> views(found, member, seen));
    }

    /// However many whistles there are, their histories are one question, and their cases few.
    private Mono<List<WhistleView>> views(List<Whistle> whistles, StaffMember member, Seen seen) {
        return Mono.zip(find.histories(whistles), handedOver(whistles, member))
                .flatMap(found -> Flux.fromIterable(whistles)
                        .flatMapSequential(it -> cases.file(it.community(), it.number())
                                .map(file -> WhistleView.of(
                                                it,
                                                file,
                                                found.getT1().getOrDefault(it.id(), List.of()),
                                                "/desk/whistles/" + it.id(),
                                                it.unit().equals(member.unit()),
                                                member.seesEverything(),
                                                seen)
                                        .handedOver(found.getT2().getOrDefault(it.id(), ""), isTold(it, seen))))
                        .collectList());
    }

    /// Who calls units may hand their links over, to those whom no letter reaches.
    private Mono<Map<String, String>> handedOver(List<Whistle> whistles, StaffMember member) {
        return member.seesEverything() ? links.toHandOver(whistles) : Mono.just(Map.of());
    }

    private static boolean isTold(Whistle it, Seen seen) {
        var map = seen.map();
        return map.unit(it.unit()).filter(unit -> unit.chat() != null).isPresent()
                || map.staffOf(it.unit()).stream().anyMatch(member -> member.chat() != null);
    }

    private Mono<WhistleView> view(Whistle it, String path, boolean unit, boolean community, Seen seen) {
        return Mono.zip(
                        cases.file(it.community(), it.number()),
                        find.history(it).collectList())
                .map(found -> WhistleView.of(it, found.getT1(), found.getT2(), path, unit, community, seen));
    }

    private Mono<List<ScoreView>> scores(StaffMember member, Seen seen) {
        var all = member.seesEverything()
                ? score.scores(member.community(), seen.now().minus(COUNTED), seen.now())
                : Flux.<ScoreUnits.Score>empty();
        return all.map(it -> new ScoreView(
                        seen.facts().unit(it.unit()),
                        it.called(),
                        it.inTime(),
                        it.late(),
                        it.refusals(),
                        it.rated() == 0 ? "" : String.format(Locale.ROOT, "%.1f", (double) it.stars() / it.rated())))
                .collectList();
    }
}
