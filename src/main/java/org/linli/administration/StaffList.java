package org.linli.administration;

import java.util.Locale;
import org.linli.community.Communities;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.community.personnel.Outcome;
import org.linli.community.personnel.Personnel;
import org.linli.web.elsewhere.SignInElsewhere;
import org.linli.web.factor.RequiredRoles;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/// The list of all who work here, as every act on one of them ends with it.
@Component
class StaffList {

    private final AsAdministrator administrator;
    private final Communities communities;
    private final Personnel personnel;
    private final SignInElsewhere elsewhere;
    private final RequiredRoles required;

    StaffList(
            AsAdministrator administrator,
            Communities communities,
            Personnel personnel,
            SignInElsewhere elsewhere,
            RequiredRoles required) {
        this.administrator = administrator;
        this.communities = communities;
        this.personnel = personnel;
        this.elsewhere = elsewhere;
        this.required = required;
    }

    /// The administrator who acts on somebody. Signals 404 where nobody of that id is or was here.
    Mono<StaffMember> over(String id) {
        return administrator.member(by -> personnel.one(by.community(), id).hasElement());
    }

    static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @param word what is said about the act before
    Mono<String> told(String word, StaffMember by, Model model) {
        model.addAttribute("told", word);
        return show(by, model);
    }

    Mono<String> show(StaffMember by, Model model) {
        return Mono.zip(
                        personnel.all(by.community()).collectList(),
                        communities.map(by.community()),
                        required.of(by.community()))
                .doOnNext(found -> {
                    model.addAttribute("staff", found.getT1());
                    model.addAttribute("units", found.getT2().units());
                    model.addAttribute("retired", found.getT2().retired());
                    model.addAttribute("roles", Role.values());
                    model.addAttribute("required", found.getT3());
                    model.addAttribute("self", by.id());
                    model.addAttribute("places", elsewhere.places());
                })
                .thenReturn("administration/staff");
    }
}
