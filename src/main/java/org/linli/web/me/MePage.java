package org.linli.web.me;

import java.util.function.Function;
import org.linli.community.StaffMember;
import org.linli.web.SignedIn;
import org.linli.web.sessions.StaffSessions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// One's own account: where one is signed in, and the password.
@Controller
class MePage {

    private final SignedIn signedIn;
    private final StaffSessions sessions;
    private final ShowMe show;
    private final OwnAccount account;
    private final ProveAgain prove;

    MePage(SignedIn signedIn, StaffSessions sessions, ShowMe show, OwnAccount account, ProveAgain prove) {
        this.signedIn = signedIn;
        this.sessions = sessions;
        this.show = show;
        this.account = account;
        this.prove = prove;
    }

    @GetMapping("/desk/me")
    Mono<String> me(WebSession session, Model model) {
        return member().flatMap(member -> show.to(member, session, model));
    }

    @PostMapping("/desk/me/password")
    Mono<String> password(NewPassword wanted, WebSession session, Model model) {
        return member().flatMap(member -> account.change(member, wanted, StaffSessions.handle(session.getId()))
                .doOnNext(told -> model.addAttribute("told", told))
                .then(Mono.defer(() -> show.to(member, session, model))));
    }

    @PostMapping("/desk/me/sessions/{handle}/end")
    Mono<String> end(@PathVariable String handle, ShownAgain form, WebSession session, Model model) {
        return proved(
                form,
                session,
                model,
                member -> sessions.end(member.community(), member.id(), handle).map(ended -> ended ? "ended" : "gone"));
    }

    @PostMapping("/desk/me/sessions/others/end")
    Mono<String> endOthers(ShownAgain form, WebSession session, Model model) {
        return proved(
                form,
                session,
                model,
                member -> sessions.endOthers(member.community(), member.id(), StaffSessions.handle(session.getId()))
                        .thenReturn("others"));
    }

    private Mono<String> proved(
            ShownAgain form, WebSession session, Model model, Function<StaffMember, Mono<String>> act) {
        return member().flatMap(member -> prove.proved(member, form.password(), session)
                .flatMap(told -> told.isEmpty() ? act.apply(member) : Mono.just(told))
                .doOnNext(told -> model.addAttribute("told", told))
                .then(Mono.defer(() -> show.to(member, session, model))));
    }

    private Mono<StaffMember> member() {
        return signedIn.member().switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED)));
    }
}
