package org.linli.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.linli.web.passwords.ChoosePassword;
import org.linli.web.passwords.Weakness;
import org.linli.web.sessions.StaffSessions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// Where staff who were given a password choose one of their own. They then sign in with it, so that they have it once
/// in their hands.
@Controller
class FirstPasswordPage {

    static final String PATH = "/desk/first-password";

    private static final String ELSE = "redirect:/desk/me";

    /// What the form hands in.
    record Form(@Nullable String password, @Nullable String again) {

        @Override
        public String toString() {
            return "Form[]";
        }
    }

    private final SignedIn signedIn;
    private final ChoosePassword choose;

    FirstPasswordPage(SignedIn signedIn, ChoosePassword choose) {
        this.signedIn = signedIn;
        this.choose = choose;
    }

    @GetMapping(PATH)
    Mono<String> page() {
        return member().map(_ -> "web/first-password").defaultIfEmpty(ELSE);
    }

    @PostMapping(PATH)
    Mono<String> choose(Form form, WebSession session, Model model) {
        String password = form.password() == null ? "" : form.password();
        return member().flatMap(member -> trouble(member, password, form.again())
                        .map(it -> told(it, model))
                        .orElseGet(() -> keep(member, password, session)))
                .defaultIfEmpty(ELSE);
    }

    private static Optional<String> trouble(StaffMember member, String password, @Nullable String again) {
        var weakness = Weakness.of(password, List.of(member.id(), member.name(), member.unit()));
        return weakness.map(FirstPasswordPage::word)
                .or(() -> password.equals(again) ? Optional.empty() : Optional.of("differs"));
    }

    private static String word(Weakness weakness) {
        return switch (weakness) {
            case SHORT, LONG -> "length";
            case DIGITS -> "digits";
            case NAME -> "name";
            case PATTERN -> "pattern";
        };
    }

    private static Mono<String> told(String trouble, Model model) {
        model.addAttribute("trouble", trouble);
        return Mono.just("web/first-password");
    }

    private Mono<String> keep(StaffMember member, String password, WebSession session) {
        return choose.chosen(member, password, StaffSessions.handle(session.getId()))
                .then(session.invalidate())
                .thenReturn("redirect:/sign-in?chosen");
    }

    /// Empty for everybody else, who change theirs with the old one in hand.
    private Mono<StaffMember> member() {
        return signedIn.halfway(Unfinished.PASSWORD_GIVEN);
    }
}
