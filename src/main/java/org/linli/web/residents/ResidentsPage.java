package org.linli.web.residents;

import java.util.List;
import java.util.Set;
import org.linli.community.Communities;
import org.linli.community.IdentityVerified;
import org.linli.community.Resident;
import org.linli.community.ResidentRegister;
import org.linli.community.Residents;
import org.linli.platform.database.Effects;
import org.linli.web.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Residents by name and building; staff verifies who they are.
@Controller
class ResidentsPage {

    private static final Logger LOG = LoggerFactory.getLogger(ResidentsPage.class);
    private static final Asked NOTHING = new Asked(null, null, null, null, null);
    private static final Set<String> ACTS = Set.of("show", "verify", "undo");

    private final SignedIn signedIn;
    private final Communities communities;
    private final Residents residents;
    private final ResidentRegister register;
    private final Effects effects;

    ResidentsPage(
            SignedIn signedIn,
            Communities communities,
            Residents residents,
            ResidentRegister register,
            Effects effects) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.residents = residents;
        this.register = register;
        this.effects = effects;
    }

    @GetMapping("/desk/residents")
    Mono<String> all(Model model) {
        return reach().flatMap(reach -> show(reach, NOTHING, model));
    }

    /// Does what was asked for and shows the same page again; sent twice, it does the same once.
    @PostMapping("/desk/residents")
    Mono<String> asked(Asked asked, Model model) {
        return reach().flatMap(reach -> act(reach, asked)
                .doOnNext(told -> model.addAttribute("told", told))
                .then(Mono.defer(() -> show(reach, asked, model))));
    }

    /// Never empty. Signals 404 for whom residents are none of their business.
    private Mono<Reach> reach() {
        return signedIn.member()
                .flatMap(member -> communities.map(member.community()).map(map -> new Reach(member, map)))
                .filter(Reach::isAny)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /// The end of the key of what is said about it. Empty when nothing was to be done.
    private Mono<String> act(Reach reach, Asked asked) {
        return !ACTS.contains(asked.what())
                ? Mono.empty()
                : residents
                        .byId(reach.map().id(), asked.whom())
                        .filter(reach::covers)
                        .flatMap(it -> act(reach, asked.what(), it))
                        .defaultIfEmpty("unknown");
    }

    private Mono<String> act(Reach reach, String what, Resident resident) {
        LOG.info("staff member {}: {} resident {}", reach.member().id(), what, resident.id());
        return what.equals("show")
                ? Mono.just(what)
                : effects.commit(List.of(new IdentityVerified(
                                resident.community(),
                                resident.id(),
                                reach.member().id(),
                                what.equals("verify"))))
                        .thenReturn(what);
    }

    private Mono<String> show(Reach reach, Asked asked, Model model) {
        return register.page(reach.wanted(asked.words(), asked.place()), asked.number())
                .doOnNext(page -> fill(reach, asked, page, model))
                .thenReturn("web/residents");
    }

    private static void fill(Reach reach, Asked asked, ResidentRegister.Page page, Model model) {
        model.addAttribute("text", asked.words());
        model.addAttribute("building", asked.place());
        model.addAttribute("page", asked.number());
        model.addAttribute("buildings", reach.buildings());
        model.addAttribute("total", page.total());
        model.addAttribute("unchecked", page.unchecked());
        model.addAttribute("more", (asked.number() + 1L) * ResidentRegister.PAGE < page.total());
        model.addAttribute(
                "rows",
                page.residents().stream()
                        .map(it -> ResidentRow.of(it, reach.map(), it.id().equals(asked.whom())))
                        .toList());
    }
}
