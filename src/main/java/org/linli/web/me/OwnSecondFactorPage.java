package org.linli.web.me;

import java.util.List;
import org.linli.community.StaffMember;
import org.linli.web.SignedIn;
import org.linli.web.codes.DrawCode;
import org.linli.web.factor.RequiredRoles;
import org.linli.web.factor.SecondFactors;
import org.linli.web.sessions.StaffSessions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// Sets up one's own second factor, draws recovery codes anew, and takes it away, each once the password was shown
/// again.
@Controller
class OwnSecondFactorPage {

    private static final String PATH = "/desk/me/second-factor";

    private final SignedIn signedIn;
    private final OwnAccount account;
    private final SecondFactors factors;
    private final RequiredRoles required;
    private final StaffSessions sessions;
    private final ShowMe show;

    OwnSecondFactorPage(
            SignedIn signedIn,
            OwnAccount account,
            SecondFactors factors,
            RequiredRoles required,
            StaffSessions sessions,
            ShowMe show) {
        this.signedIn = signedIn;
        this.account = account;
        this.factors = factors;
        this.required = required;
        this.sessions = sessions;
        this.show = show;
    }

    /// Shows what the app is to be given. It is not asked for before [#turnOn].
    @PostMapping(PATH)
    Mono<String> begin(SecondFactorForm form, WebSession session, Model model) {
        return member().flatMap(member -> account.proved(member, form.password())
                .flatMap(told -> told.isEmpty()
                        ? begun(member, session, model).switchIfEmpty(told("factor-there", member, session, model))
                        : told(told, member, session, model)));
    }

    /// Ends all other sessions, which a password alone had opened.
    @PostMapping(PATH + "/on")
    Mono<String> turnOn(SecondFactorForm form, WebSession session, Model model) {
        return member().flatMap(member -> factors.turnOn(member, form.code(), here(session))
                .delayUntil(_ -> sessions.endOthers(member.community(), member.id(), here(session)))
                .map(codes -> shown(codes, model))
                .switchIfEmpty(told("factor-wrong", member, session, model)));
    }

    @PostMapping(PATH + "/codes")
    Mono<String> codes(SecondFactorForm form, WebSession session, Model model) {
        return member().flatMap(member -> account.proved(member, form.password())
                .flatMap(told -> told.isEmpty()
                        ? factors.freshCodes(member)
                                .map(codes -> shown(codes, model))
                                .switchIfEmpty(told("factor-off", member, session, model))
                        : told(told, member, session, model)));
    }

    @PostMapping(PATH + "/off")
    Mono<String> turnOff(SecondFactorForm form, WebSession session, Model model) {
        return member().flatMap(member -> account.proved(member, form.password())
                .flatMap(told -> told.isEmpty() ? takenAway(member) : Mono.just(told))
                .flatMap(told -> told(told, member, session, model)));
    }

    private Mono<String> takenAway(StaffMember member) {
        return required.include(member)
                .flatMap(needed -> needed
                        ? Mono.just("factor-required")
                        : factors.takeAway(member, member.id()).thenReturn("factor-off"));
    }

    private static String here(WebSession session) {
        return StaffSessions.handle(session.getId());
    }

    private Mono<String> begun(StaffMember member, WebSession session, Model model) {
        return factors.begin(member, here(session)).map(shown -> {
            model.addAttribute("picture", DrawCode.of(shown.address()));
            model.addAttribute("letters", shown.letters());
            model.addAttribute("to", PATH + "/on");
            model.addAttribute("told", "");
            return "web/second-factor-set-up";
        });
    }

    private static String shown(List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        return "web/recovery-codes";
    }

    private Mono<String> told(String told, StaffMember member, WebSession session, Model model) {
        return Mono.defer(() -> {
            model.addAttribute("told", told);
            return show.to(member, session, model);
        });
    }

    private Mono<StaffMember> member() {
        return signedIn.member().switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED)));
    }
}
