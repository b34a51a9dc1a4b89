package org.linli.administration;

import java.util.List;
import java.util.Set;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.StaffMember;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// Adds and renames places, one at a time. Nothing is written before it was shown.
@Controller
class PlacesPage {

    private static final Set<Place.Kind> MADE =
            Set.of(Place.Kind.GRID, Place.Kind.COMPOUND, Place.Kind.BUILDING, Place.Kind.SPOT);

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
                .flatMap(by -> communities
                        .map(by.community())
                        .flatMap(map -> propose.of(by, form.edit(), map, model))
                        .doOnNext(told -> {
                            model.addAttribute("told", told);
                            model.addAttribute("typed", form);
                        })
                        .flatMap(_ -> show(by, form.isFresh() ? "" : Typed.text(form.id()), model)));
    }

    private Mono<String> show(StaffMember by, String place, Model model) {
        return communities
                .map(by.community())
                .doOnNext(map -> fill(map, place, model))
                .thenReturn("administration/places");
    }

    private static void fill(CommunityMap map, String place, Model model) {
        model.addAttribute("places", PlaceLine.all(map));
        model.addAttribute(
                "chosen",
                map.place(place).filter(it -> MADE.contains(it.kind())).orElse(null));
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
