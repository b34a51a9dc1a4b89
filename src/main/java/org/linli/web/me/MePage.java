package org.linli.web.me;

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

    MePage(SignedIn signedIn, StaffSessions sessions, ShowMe show, OwnAccount account) {
        this.signedIn = signedIn;
        this.sessions = sessions;
        this.show = show;
        this.account = account;
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
    Mono<String> end(@PathVariable String handle, WebSession session, Model model) {
        return member().flatMap(member -> sessions.end(member.community(), member.id(), handle)
                .doOnNext(ended -> model.addAttribute("told", ended ? "ended" : "gone"))
                .then(Mono.defer(() -> show.to(member, session, model))));
    }

    @PostMapping("/desk/me/sessions/others/end")
    Mono<String> endOthers(WebSession session, Model model) {
        return member().flatMap(member -> sessions.endOthers(
                        member.community(), member.id(), StaffSessions.handle(session.getId()))
                .doOnNext(_ -> model.addAttribute("told", "others"))
                .then(Mono.defer(() -> show.to(member, session, model))));
    }

    private Mono<StaffMember> member() {
        return signedIn.member().switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED)));
    }
}
