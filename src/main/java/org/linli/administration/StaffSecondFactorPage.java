package org.linli.administration;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.administration.employing.EmployStaff;
import org.linli.community.Role;
import org.linli.community.personnel.Outcome;
import org.linli.web.factor.RequiredRoles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// Which roles need a second factor, and who may begin anew because they lost theirs.
@Controller
class StaffSecondFactorPage {

    /// @param role those that were ticked; none: a password will do for everybody
    record RolesForm(@Nullable List<Role> role) {

        Set<Role> roles() {
            return role == null || role.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(role);
        }
    }

    private final AsAdministrator administrator;
    private final StaffList list;
    private final EmployStaff employ;
    private final RequiredRoles required;

    StaffSecondFactorPage(AsAdministrator administrator, StaffList list, EmployStaff employ, RequiredRoles required) {
        this.administrator = administrator;
        this.list = list;
        this.employ = employ;
        this.required = required;
    }

    @PostMapping("/desk/admin/second-factor")
    Mono<String> require(RolesForm form, Model model) {
        return administrator
                .member()
                .flatMap(by -> required.set(by, form.roles())
                        .flatMap(changed -> list.told(changed ? "factor-roles" : "factor-same", by, model)));
    }

    @PostMapping("/desk/admin/staff/{id}/second-factor/reset")
    Mono<String> reset(@PathVariable String id, Model model) {
        return list.over(id)
                .flatMap(by -> employ.resetSecondFactor(by, id).flatMap(it -> list.told(word(it), by, model)));
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case DONE -> "factor-reset";
            case UNKNOWN -> "factor-none";
            case TAKEN, LAST_ADMINISTRATOR, NO_UNIT, NOT_YOURS -> StaffList.word(outcome);
        };
    }
}
