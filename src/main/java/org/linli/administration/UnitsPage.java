package org.linli.administration;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseWords;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.StaffMember;
import org.linli.community.Unit;
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

/// Adds, renames and retires units, and says who takes care of which place, one at a time. Nothing is written before it
/// was shown.
@Controller
class UnitsPage {

    private static final Set<Place.Kind> CARED_FOR =
            Set.of(Place.Kind.COMMUNITY, Place.Kind.GRID, Place.Kind.COMPOUND, Place.Kind.BUILDING, Place.Kind.SPOT);

    record Retired(@Nullable String successor) {}

    private final AsAdministrator administrator;
    private final Communities communities;
    private final ProposeEdit propose;
    private final CaseWords words;

    UnitsPage(AsAdministrator administrator, Communities communities, ProposeEdit propose, CaseWords words) {
        this.administrator = administrator;
        this.communities = communities;
        this.propose = propose;
        this.words = words;
    }

    /// @param unit whose form is shown; empty: that of a new one
    @GetMapping("/desk/admin/units")
    Mono<String> page(@RequestParam(defaultValue = "") String unit, Model model) {
        return administrator.member().flatMap(by -> show(by, unit, model));
    }

    @PostMapping("/desk/admin/units")
    Mono<String> change(UnitForm form, Model model) {
        model.addAttribute("typed", form);
        return administrator
                .member()
                .flatMap(by -> proposed(by, form.edit(), form.isFresh() ? "" : Typed.text(form.id()), model));
    }

    /// Signals 404 for a unit that is not there or retired.
    @PostMapping("/desk/admin/units/{id}/retire")
    Mono<String> retire(@PathVariable String id, Retired form, Model model) {
        return of(id, CommunityMap::units)
                .flatMap(by -> proposed(by, new Edit.RetireUnit(id, Typed.text(form.successor())), id, model));
    }

    /// Signals 404 for a unit that is not retired.
    @PostMapping("/desk/admin/units/{id}/bring-back")
    Mono<String> bringBack(@PathVariable String id, Model model) {
        return of(id, CommunityMap::retired).flatMap(by -> proposed(by, new Edit.BringBackUnit(id), "", model));
    }

    private Mono<StaffMember> of(String id, Function<CommunityMap, List<Unit>> units) {
        return administrator
                .member()
                .filterWhen(by -> communities
                        .map(by.community())
                        .map(map ->
                                units.apply(map).stream().anyMatch(it -> it.id().equals(id))))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<String> proposed(StaffMember by, Edit edit, String unit, Model model) {
        return communities
                .map(by.community())
                .flatMap(map -> propose.of(by, edit, map, model))
                .doOnNext(told -> model.addAttribute("told", told))
                .flatMap(_ -> show(by, unit, model));
    }

    private Mono<String> show(StaffMember by, String unit, Model model) {
        return communities
                .map(by.community())
                .doOnNext(map -> fill(map, unit, model))
                .thenReturn("administration/units");
    }

    private void fill(CommunityMap map, String unit, Model model) {
        model.addAttribute("units", map.units());
        model.addAttribute("retired", map.retired());
        model.addAttribute(
                "chosen",
                map.units().stream()
                        .filter(it -> it.id().equals(unit))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("kinds", Unit.Kind.values());
        model.addAttribute("labels", words.labels());
        model.addAttribute(
                "places",
                map.places().stream()
                        .filter(it -> CARED_FOR.contains(it.kind()))
                        .toList());
        model.addAttribute("map", map);
    }
}
