package org.linli.web.me;

import org.linli.community.StaffMember;
import org.linli.web.factor.RequiredRoles;
import org.linli.web.factor.SecondFactors;
import org.linli.web.sessions.StaffSessions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// The page of one's own account, as every act on it ends with it.
@Component
class ShowMe {

    private final StaffSessions sessions;
    private final SecondFactors factors;
    private final RequiredRoles required;
    private final boolean passwords;
    private final ProveAgain prove;

    ShowMe(
            StaffSessions sessions,
            SecondFactors factors,
            RequiredRoles required,
            @Value("${linli.passwords.refused:false}") boolean refused,
            ProveAgain prove) {
        this.sessions = sessions;
        this.factors = factors;
        this.required = required;
        this.passwords = !refused;
        this.prove = prove;
    }

    Mono<String> to(StaffMember member, WebSession session, Model model) {
        model.addAttribute("member", member);
        model.addAttribute("passwords", passwords);
        model.addAttribute("thisOne", StaffSessions.handle(session.getId()));
        model.addAttribute("fresh", prove.isFresh(session));
        return Mono.zip(
                        sessions.of(member.community(), member.id()).collectList(),
                        factors.isOn(member),
                        factors.left(member),
                        required.include(member),
                        prove.byPassword(member))
                .doOnNext(found -> {
                    model.addAttribute("sessions", found.getT1());
                    model.addAttribute("factor", found.getT2());
                    model.addAttribute("codesLeft", found.getT3());
                    model.addAttribute("required", found.getT4());
                    model.addAttribute("byPassword", found.getT5());
                })
                .thenReturn("web/me");
    }
}
