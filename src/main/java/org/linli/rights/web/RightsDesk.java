package org.linli.rights.web;

import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Residents;
import org.linli.community.StaffMember;
import org.linli.rights.BeForgotten;
import org.linli.rights.Erasures;
import org.linli.rights.KeptView;
import org.linli.rights.ShowPerson;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// Staff acts for those who write on paper: has what is kept of them erased. It stands in the trail.
@Controller
class RightsDesk {

    static final String PAGE = "/desk/rights";

    /// @param resident the id of a resident
    /// @param reason   how they asked for it
    /// @param sure     `yes` where the box was ticked
    record Form(
            @Nullable String resident,
            @Nullable String reason,
            @Nullable String sure) {

        String id() {
            return resident == null ? "" : resident;
        }

        String why() {
            return reason == null ? "" : reason.strip();
        }

        boolean isSure() {
            return "yes".equals(sure) && !why().isEmpty() && why().length() <= BeForgotten.LONGEST_REASON;
        }
    }

    private final AtRightsDesk desk;
    private final Communities communities;
    private final Residents residents;
    private final ShowPerson show;
    private final KeptView view;
    private final BeForgotten forgotten;
    private final Erasures erasures;

    RightsDesk(
            AtRightsDesk desk,
            Communities communities,
            Residents residents,
            ShowPerson show,
            KeptView view,
            BeForgotten forgotten,
            Erasures erasures) {
        this.desk = desk;
        this.communities = communities;
        this.residents = residents;
        this.show = show;
        this.view = view;
        this.forgotten = forgotten;
        this.erasures = erasures;
    }

    @GetMapping(PAGE)
    Mono<String> page(@RequestParam(defaultValue = "") String resident, Model model) {
        return desk.member().flatMap(by -> shown(by, resident, model));
    }

    @PostMapping(PAGE + "/erase")
    Mono<String> erase(Form form, Model model) {
        return desk.member()
                .flatMap(by -> erased(by, form)
                        .doOnNext(told -> model.addAttribute("told", told))
                        .flatMap(told -> shown(by, told.equals("asked") ? "" : form.id(), model)));
    }

    private Mono<String> erased(StaffMember by, Form form) {
        return form.isSure()
                ? forgotten
                        .askedFor(by.community(), form.id(), by.id(), form.why())
                        .map(there -> there ? "asked" : "unknown")
                : Mono.just("unsure");
    }

    private Mono<String> shown(StaffMember by, String resident, Model model) {
        return communities
                .map(by.community())
                .flatMap(map -> Mono.when(applicant(map, resident, model), list(map, model)))
                .thenReturn("rights/desk");
    }

    private Mono<Applicant> applicant(CommunityMap map, String resident, Model model) {
        return residents
                .byId(map.id(), resident)
                .zipWith(show.resident(map.id(), resident).collectList())
                .map(it -> Applicant.of(it.getT1(), map, view.of(it.getT2(), map)))
                .doOnNext(it -> model.addAttribute("found", it));
    }

    private Mono<?> list(CommunityMap map, Model model) {
        return erasures.all(map.id())
                .map(it -> ErasureLine.of(it, map))
                .collectList()
                .doOnNext(it -> model.addAttribute("erasures", it));
    }
}
