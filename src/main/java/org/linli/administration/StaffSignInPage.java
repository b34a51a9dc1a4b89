package org.linli.administration;

import org.linli.administration.employing.EmployStaff;
import org.linli.administration.employing.Employed;
import org.linli.community.StaffMember;
import org.linli.community.personnel.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// By what staff signs in: taken on with a password, given another, known by a name elsewhere.
@Controller
class StaffSignInPage {

    private final AsAdministrator administrator;
    private final StaffList list;
    private final EmployStaff employ;

    StaffSignInPage(AsAdministrator administrator, StaffList list, EmployStaff employ) {
        this.administrator = administrator;
        this.list = list;
        this.employ = employ;
    }

    /// Shows the password, for the only time; or what is wrong, beside what was typed.
    @PostMapping("/desk/admin/staff")
    Mono<String> add(StaffForm form, Model model) {
        return administrator
                .member()
                .flatMap(by -> form.newcomer()
                        .map(it -> employ.add(by, it)
                                .doOnNext(done -> keep(form, done, model))
                                .flatMap(done -> told(done, it.id(), "added", by, model)))
                        .orElseGet(() -> list.told("name", by, model.addAttribute("typed", form))));
    }

    private static void keep(StaffForm form, Employed done, Model model) {
        if (done.outcome() != Outcome.DONE) {
            model.addAttribute("typed", form);
        }
    }

    /// Opened again, or by a bookmark: no password is shown twice.
    @GetMapping("/desk/admin/staff/{id}/password")
    Mono<String> passwordAgain(@PathVariable String id) {
        return list.over(id).thenReturn("redirect:/desk/admin/staff");
    }

    /// Shows the password, for the only time.
    @PostMapping("/desk/admin/staff/{id}/password")
    Mono<String> password(@PathVariable String id, Model model) {
        return list.over(id)
                .flatMap(by -> employ.password(by, id).flatMap(done -> told(done, id, "password", by, model)));
    }

    @PostMapping("/desk/admin/staff/{id}/elsewhere")
    Mono<String> elsewhere(@PathVariable String id, ElsewhereForm form, Model model) {
        var where = form.where();
        return list.over(id)
                .flatMap(by -> where != null && form.isReadable()
                        ? employ.bind(by, id, where, form.said()).flatMap(it -> list.told(form.told(it), by, model))
                        : list.told("elsewhere-name", by, model));
    }

    private Mono<String> told(Employed done, String id, String word, StaffMember by, Model model) {
        if (done.outcome() == Outcome.DONE) {
            model.addAttribute("whose", id);
            model.addAttribute("newPassword", done.password());
        }
        return list.told(done.outcome() == Outcome.DONE ? word : StaffList.word(done.outcome()), by, model);
    }
}
