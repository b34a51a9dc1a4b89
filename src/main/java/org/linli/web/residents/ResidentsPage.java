package org.linli.web.residents;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.channels.ChannelId;
import org.linli.community.Communities;
import org.linli.community.IdentityVerified;
import org.linli.community.Reaches;
import org.linli.community.Resident;
import org.linli.community.ResidentRegister;
import org.linli.community.ResidentViewed;
import org.linli.community.Residents;
import org.linli.community.StaffMember;
import org.linli.community.Viewings;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.web.SignedIn;
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

    private static final Asked NOTHING = new Asked(null, null, null, null, null, null);
    private static final Set<String> ACTS = Set.of("show", "verify", "undo");

    private final SignedIn signedIn;
    private final Communities communities;
    private final Residents residents;
    private final ResidentRegister register;
    private final Reaches reaches;
    private final Viewings viewings;
    private final Effects effects;
    private final Clock clock;

    ResidentsPage(
            SignedIn signedIn,
            Communities communities,
            Residents residents,
            ResidentRegister register,
            Reaches reaches,
            Viewings viewings,
            Effects effects,
            Clock clock) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.residents = residents;
        this.register = register;
        this.reaches = reaches;
        this.viewings = viewings;
        this.effects = effects;
        this.clock = clock;
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
                        .flatMap(it -> act(reach, asked, it))
                        .defaultIfEmpty("unknown");
    }

    private Mono<String> act(Reach reach, Asked asked, Resident resident) {
        return effects.commit(List.of(change(reach.member(), asked, resident))).thenReturn(asked.what());
    }

    private Effect change(StaffMember member, Asked asked, Resident it) {
        return asked.what().equals("show")
                ? new ResidentViewed(it.community(), it.id(), member.id(), asked.reason(), clock.instant())
                : new IdentityVerified(
                        it.community(), it.id(), member.id(), asked.what().equals("verify"));
    }

    private Mono<String> show(Reach reach, Asked asked, Model model) {
        return Mono.zip(register.page(reach.wanted(asked.words(), asked.place()), asked.number()), looks(reach, asked))
                .flatMap(found -> lost(reach, found.getT1()).doOnNext(lost -> {
                    fill(reach, asked, found.getT1(), lost, model);
                    model.addAttribute("looks", found.getT2());
                }))
                .thenReturn("web/residents");
    }

    private Mono<Map<String, List<ChannelId>>> lost(Reach reach, ResidentRegister.Page page) {
        return reaches.lostBy(
                reach.map().id(), page.residents().stream().map(Resident::id).toList());
    }

    /// Who looked at the one who is shown; for those who answer for the whole community.
    private Mono<List<ViewingLine>> looks(Reach reach, Asked asked) {
        return reach.isEverything() && !asked.whom().isEmpty()
                ? viewings.of(reach.map().id(), asked.whom())
                        .map(it -> ViewingLine.of(it, reach.map()))
                        .collectList()
                : Mono.just(List.of());
    }

    private static void fill(
            Reach reach, Asked asked, ResidentRegister.Page page, Map<String, List<ChannelId>> lost, Model model) {
        model.addAttribute("reasons", Asked.REASONS);
        model.addAttribute("everything", reach.isEverything());
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
                        .map(it -> ResidentRow.of(
                                it, reach.map(), it.id().equals(asked.whom()), lost.getOrDefault(it.id(), List.of())))
                        .toList());
    }
}
