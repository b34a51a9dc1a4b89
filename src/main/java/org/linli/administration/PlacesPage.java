package org.linli.administration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.StaffMember;
import org.linli.community.editing.Edit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Adds, renames and closes places, one at a time. Nothing is written before it was shown.
@Controller
class PlacesPage {

    private static final Set<Place.Kind> MADE =
            Set.of(Place.Kind.GRID, Place.Kind.COMPOUND, Place.Kind.BUILDING, Place.Kind.SPOT);

    /// Also those that are made with their building.
    private static final Set<Place.Kind> CHOSEN = Set.of(
            Place.Kind.GRID,
            Place.Kind.COMPOUND,
            Place.Kind.BUILDING,
            Place.Kind.UNIT,
            Place.Kind.ROOM,
            Place.Kind.SPOT);

    private final AsAdministrator administrator;
    private final Communities communities;
    private final ProposeEdit propose;

    PlacesPage(AsAdministrator administrator, Communities communities, ProposeEdit propose) {
        this.administrator = administrator;
        this.communities = communities;
        this.propose = propose;
    }

    /// @param place whose form is shown; empty: that of a new one
    @GetMapping("/desk/admin/places")
    Mono<String> page(@RequestParam(defaultValue = "") String place, Model model) {
        return administrator.member().flatMap(by -> show(by, place, model));
    }

    @PostMapping("/desk/admin/places")
    Mono<String> change(PlaceForm form, Model model) {
        return administrator
                .member()
                .doOnNext(_ -> model.addAttribute("typed", form))
                .flatMap(by -> proposed(by, form.edit(), form.isFresh() ? "" : Typed.text(form.id()), model));
    }

    /// Signals 404 for a place that is not there or closed.
    @PostMapping("/desk/admin/places/{id}/close")
    Mono<String> close(@PathVariable String id, Model model) {
        return where(id, map -> map.openPlace(id)).flatMap(by -> proposed(by, new Edit.ClosePlace(id), id, model));
    }

    /// Signals 404 for a place that was not closed, or that lies below one that is.
    @PostMapping("/desk/admin/places/{id}/reopen")
    Mono<String> reopen(@PathVariable String id, Model model) {
        return where(id, map -> map.place(id).filter(map::reopens))
                .flatMap(by -> proposed(by, new Edit.ReopenPlace(id), "", model));
    }

    private Mono<StaffMember> where(String id, Function<CommunityMap, Optional<Place>> place) {
        return administrator
                .member()
                .filterWhen(by -> communities
                        .map(by.community())
                        .map(map -> place.apply(map).isPresent()))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<String> proposed(StaffMember by, Edit edit, String place, Model model) {
        return communities
                .map(by.community())
                .flatMap(map -> propose.of(by, edit, map, model))
                .doOnNext(told -> model.addAttribute("told", told))
                .flatMap(_ -> show(by, place, model));
    }

    private Mono<String> show(StaffMember by, String place, Model model) {
        return communities
                .map(by.community())
                .doOnNext(map -> fill(map, place, model))
                .thenReturn("administration/places");
    }

    private static void fill(CommunityMap map, String place, Model model) {
        model.addAttribute("places", PlaceLine.all(map));
        var chosen = map.openPlace(place).filter(it -> CHOSEN.contains(it.kind()));
        model.addAttribute("chosen", chosen.orElse(null));
        model.addAttribute("inside", chosen.map(map::children).orElse(List.of()));
        model.addAttribute(
                "closed", map.placesEver().stream().filter(Place::closed).toList());
        model.addAttribute(
                "kinds", List.of(Place.Kind.BUILDING, Place.Kind.SPOT, Place.Kind.COMPOUND, Place.Kind.GRID));
        model.addAttribute(
                "parents",
                map.places().stream()
                        .filter(it -> it.kind() == Place.Kind.GRID || it.kind() == Place.Kind.COMPOUND)
                        .toList());
        model.addAttribute("made", MADE);
        model.addAttribute("map", map);
    }
}
