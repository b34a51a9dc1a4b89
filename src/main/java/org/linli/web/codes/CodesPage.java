package org.linli.web.codes;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.channels.SendFailure;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.web.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// All codes of one compound, each building's and each unit's, ready to be printed and hung up.
@Controller
class CodesPage {

    private static final Logger LOG = LoggerFactory.getLogger(CodesPage.class);

    private final SignedIn signedIn;
    private final Communities communities;
    private final MakeCodes codes;

    CodesPage(SignedIn signedIn, Communities communities, MakeCodes codes) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.codes = codes;
    }

    /// One code and what stands below it.
    record Printed(String place, String drawing) {}

    /// @param compound a place's id; the first compound without it
    record Wanted(@Nullable String compound) {}

    @GetMapping("/desk/codes")
    Mono<String> sheet(Wanted wanted, Model model) {
        return signedIn.member()
                .filter(it -> it.role() == Role.ADMIN || it.role() == Role.COMMUNITY_WORKER)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .map(StaffMember::community)
                .flatMap(communities::map)
                .flatMap(map -> fill(map, wanted, model))
                .thenReturn("web/codes");
    }

    private Mono<Model> fill(CommunityMap map, Wanted wanted, Model model) {
        var compounds = MakeCodes.compounds(map);
        var compound = compounds.stream()
                .filter(it -> it.id().equals(wanted.compound()))
                .findFirst()
                .or(() -> compounds.stream().findFirst());
        model.addAttribute("community", map.name());
        model.addAttribute("compounds", compounds);
        model.addAttribute("compound", compound.orElse(null));
        return printed(map, compound)
                .map(sheet -> model.addAttribute("sheet", sheet))
                .onErrorResume(SendFailure.class, failure -> notNow(failure, model));
    }

    private Mono<List<Printed>> printed(CommunityMap map, Optional<Place> compound) {
        return Mono.justOrEmpty(compound)
                .flatMapMany(it -> codes.of(map, it))
                .map(it -> new Printed(map.display(it.place()), DrawCode.of(it.content())))
                .collectList();
    }

    private static Mono<Model> notNow(SendFailure failure, Model model) {
        LOG.warn("codes could not be made ({}), the page says so", failure.getMessage());
        return Mono.just(model.addAttribute("sheet", List.of()).addAttribute("away", true));
    }
}
