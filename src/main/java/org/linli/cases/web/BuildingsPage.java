package org.linli.cases.web;

import java.util.List;
import java.util.Map;
import org.linli.cases.OpenByPlace;
import org.linli.cases.desk.BuildingPlan;
import org.linli.community.Place;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/// What is open where: all buildings, and one building as one stands before it.
@Controller
class BuildingsPage {

    /// @param within where it stands, like the compound; empty for what lies right below the community
    record Group(String within, List<PlaceLine> places) {}

    record PlaceLine(String id, String name, long open, long late) {}

    private final AtTheDesk desk;
    private final OpenByPlace open;

    BuildingsPage(AtTheDesk desk, OpenByPlace open) {
        this.desk = desk;
        this.open = open;
    }

    @GetMapping("/desk/buildings")
    Mono<String> all(Model model) {
        return desk.look()
                .flatMap(look -> open.counts(look.sight())
                        .collectMap(OpenByPlace.Count::spot)
                        .doOnNext(counts -> model.addAttribute("groups", groups(look, counts))))
                .thenReturn("cases/buildings");
    }

    /// Signals 404 for what is neither a building nor a spot.
    @GetMapping("/desk/buildings/{id}")
    Mono<String> one(@PathVariable String id, Model model) {
        return desk.look()
                .flatMap(look -> Mono.justOrEmpty(look.map().place(id).filter(Place::isBuildingOrSpot))
                        .flatMap(place -> fill(look, place, model)))
                .switchIfEmpty(Mono.error(AtTheDesk::notFound))
                .thenReturn("cases/building");
    }

    private Mono<BuildingView> fill(AtTheDesk.Look look, Place place, Model model) {
        return open.at(look.sight(), place.id())
                .collectList()
                .map(cases -> BuildingView.of(place, BuildingPlan.of(place, look.map(), cases), look))
                .doOnNext(view -> model.addAttribute("it", view));
    }

    private static List<Group> groups(AtTheDesk.Look look, Map<String, OpenByPlace.Count> counts) {
        var map = look.map();
        return map.places().stream()
                .filter(place -> map.children(place).stream().anyMatch(Place::isBuildingOrSpot))
                .map(place -> new Group(
                        map.display(place),
                        map.children(place).stream()
                                .filter(Place::isBuildingOrSpot)
                                .map(it -> line(it, counts))
                                .toList()))
                .toList();
    }

    private static PlaceLine line(Place it, Map<String, OpenByPlace.Count> counts) {
        var count = counts.getOrDefault(it.id(), new OpenByPlace.Count(it.id(), 0, 0));
        return new PlaceLine(it.id(), it.name(), count.open(), count.late());
    }
}
