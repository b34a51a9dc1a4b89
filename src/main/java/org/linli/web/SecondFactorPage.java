package org.linli.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.linli.web.codes.DrawCode;
import org.linli.web.factor.Proof;
import org.linli.web.factor.SecondFactors;
import org.linli.web.sessions.StaffSessions;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// The second step of signing in: a code of the app, or a recovery code. Whose role needs an app and who has none yet
/// sets it up here. Codes are counted as passwords are; with the role the session gets another id.
@Controller
class SecondFactorPage {

    static final String PATH = "/desk/second-factor";

    private static final int LONGEST = 64;

    /// What the form hands in.
    record Form(@Nullable String code) {

        String said() {
            return code == null || code.length() > LONGEST ? "" : code;
        }

        @Override
        public String toString() {
            return "Form[]";
        }
    }

    private final ServerSecurityContextRepository contexts = new WebSessionServerSecurityContextRepository();
    private final SignedIn signedIn;
    private final SecondFactors factors;
    private final Attempts attempts;
    private final StaffSessions sessions;
    private final Effects effects;
    private final Clock clock;

    SecondFactorPage(
            SignedIn signedIn,
            SecondFactors factors,
            Attempts attempts,
            StaffSessions sessions,
            Effects effects,
            Clock clock) {
        this.signedIn = signedIn;
        this.factors = factors;
        this.attempts = attempts;
        this.sessions = sessions;
        this.effects = effects;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<String> page(WebSession session, Model model) {
        return halfway().flatMap(member -> asked(member, "", session, model)).defaultIfEmpty("redirect:/desk/me");
    }

    @PostMapping(PATH)
    Mono<String> enter(Form form, ServerWebExchange exchange, WebSession session, Model model) {
        return halfway()
                .flatMap(member -> allowed(member)
                        .flatMap(allowed -> allowed
                                ? tried(member, form.said(), exchange, session, model)
                                        .switchIfEmpty(Mono.defer(() -> wrong(member, session, model)))
                                : asked(member, "slow", session, model)))
                .defaultIfEmpty("redirect:/desk/me");
    }

    private Mono<StaffMember> halfway() {
        return signedIn.halfway(Unfinished.SECOND_FACTOR);
    }

    private static String here(WebSession session) {
        return StaffSessions.handle(session.getId());
    }

    private Mono<String> asked(StaffMember member, String told, WebSession session, Model model) {
        model.addAttribute("told", told);
        return factors.begin(member, here(session))
                .doOnNext(shown -> {
                    model.addAttribute("picture", DrawCode.of(shown.address()));
                    model.addAttribute("letters", shown.letters());
                    model.addAttribute("to", PATH);
                })
                .map(_ -> "web/second-factor-set-up")
                .defaultIfEmpty("web/second-factor");
    }

    private Mono<String> wrong(StaffMember member, WebSession session, Model model) {
        return Attempts.whence()
                .doOnNext(whence -> FailedSignIns.wrongCode(member, whence))
                .then(Mono.defer(() -> asked(member, "wrong", session, model)));
    }

    private Mono<Boolean> allowed(StaffMember member) {
        return Attempts.whence().flatMap(whence -> attempts.another(counted(member), whence));
    }

    /// Empty where the code is wrong.
    private Mono<String> tried(
            StaffMember member, String code, ServerWebExchange exchange, WebSession session, Model model) {
        return factors.isOn(member)
                .flatMap(on -> on
                        ? factors.proved(member, code)
                                .delayUntil(proof -> letIn(member, exchange, word(proof)))
                                .map(_ -> "redirect:/desk")
                        : factors.turnOn(member, code, here(session))
                                .delayUntil(_ -> letIn(member, exchange, word(Proof.CODE)))
                                .delayUntil(_ -> othersEnd(member, exchange))
                                .doOnNext(codes -> model.addAttribute("codes", codes))
                                .map(_ -> "web/recovery-codes"));
    }

    private Mono<Void> letIn(StaffMember member, ServerWebExchange exchange, String how) {
        var whole = new SecurityContextImpl(StaffPrincipal.signedIn(member, "ROLE_" + member.role()));
        return Attempts.whence()
                .flatMap(whence -> attempts.forget(counted(member), whence))
                .then(Mono.defer(() -> effects.commit(List.of(noted(member, how)))))
                .then(Mono.defer(() -> contexts.save(exchange, whole)))
                .then(Mono.defer(() -> sessions.begun(exchange, member.community(), member.id())));
    }

    /// A password alone had opened them.
    private Mono<Long> othersEnd(StaffMember member, ServerWebExchange exchange) {
        return exchange.getSession()
                .flatMap(session -> sessions.endOthers(member.community(), member.id(), here(session)));
    }

    private Noted noted(StaffMember member, String how) {
        return new Noted(member.community(), member.id(), Noted.Kind.SIGNED_IN, "", how, clock.instant());
    }

    private static String word(Proof proof) {
        return "second factor: " + proof.name().toLowerCase(Locale.ROOT);
    }

    /// Apart from the passwords of the same name.
    private static String counted(StaffMember member) {
        return "%s@%s/code".formatted(member.id(), member.community());
    }
}
