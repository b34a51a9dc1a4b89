package org.linli.administration;

import org.linli.administration.employing.EmployStaff;
import org.linli.community.StaffMember;
import org.linli.community.personnel.ChangeStaff;
import org.linli.community.personnel.Outcome;
import org.linli.community.personnel.Personnel;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// Who works here and as what: moved, suspended and brought back one by one.
@Controller
class StaffPage {

    private final AsAdministrator administrator;
    private final StaffList list;
    private final Personnel personnel;
    private final EmployStaff employ;
    private final ChangeStaff change;

    StaffPage(
            AsAdministrator administrator,
            StaffList list,
            Personnel personnel,
            EmployStaff employ,
            ChangeStaff change) {
        this.administrator = administrator;
        this.list = list;
        this.personnel = personnel;
        this.employ = employ;
        this.change = change;
    }

    @GetMapping("/desk/admin/staff")
    Mono<String> page(Model model) {
        return administrator.member().flatMap(by -> list.show(by, model));
    }

    @PostMapping("/desk/admin/staff/{id}/move")
    Mono<String> move(@PathVariable String id, StaffForm form, Model model) {
        return list.over(id)
                .flatMap(by -> personnel
                        .one(by.community(), id)
                        .doOnNext(before -> model.addAttribute("before", before))
                        .then(Mono.defer(() -> change.move(by, id, form.post())))
                        .flatMap(it -> told(it, "moved", by, model)));
    }

    @PostMapping("/desk/admin/staff/{id}/suspend")
    Mono<String> suspend(@PathVariable String id, Model model) {
        model.addAttribute("whose", id);
        return list.over(id).flatMap(by -> employ.suspend(by, id).flatMap(it -> told(it, "suspended", by, model)));
    }

    @PostMapping("/desk/admin/staff/{id}/bring-back")
    Mono<String> bringBack(@PathVariable String id, Model model) {
        return list.over(id).flatMap(by -> change.bringBack(by, id).flatMap(it -> told(it, "back", by, model)));
    }

    private Mono<String> told(Outcome outcome, String done, StaffMember by, Model model) {
        return list.told(outcome == Outcome.DONE ? done : StaffList.word(outcome), by, model);
    }
}
