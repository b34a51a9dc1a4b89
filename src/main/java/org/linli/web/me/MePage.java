package org.linli.web.me;

import java.util.List;
import org.linli.community.StaffMember;
import org.linli.web.SignedIn;
import org.linli.web.sessions.OpenSession;
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
    private final OwnAccount account;

    MePage(SignedIn signedIn, StaffSessions sessions, OwnAccount account) {
        this.signedIn = signedIn;
        this.sessions = sessions;
        this.account = account;
    }

    @GetMapping("/desk/me")
    Mono<String> me(WebSession session, Model model) {
        return member().flatMap(member -> show(member, session, model));
    }

    @PostMapping("/desk/me/password")
    Mono<String> password(NewPassword wanted, WebSession session, Model model) {
        return member().flatMap(member -> account.change(member, wanted, StaffSessions.handle(session.getId()))
                .doOnNext(told -> model.addAttribute("told", told))
                .then(Mono.defer(() -> show(member, session, model))));
    }

    @PostMapping("/desk/me/sessions/{handle}/end")
    Mono<String> end(@PathVariable String handle, WebSession session, Model model) {
        return member().flatMap(member -> sessions.end(member.community(), member.id(), handle)
                .doOnNext(ended -> model.addAttribute("told", ended ? "ended" : "gone"))
                .then(Mono.defer(() -> show(member, session, model))));
    }

    @PostMapping("/desk/me/sessions/others/end")
    Mono<String> endOthers(WebSession session, Model model) {
        return member().flatMap(member -> sessions.endOthers(
                        member.community(), member.id(), StaffSessions.handle(session.getId()))
                .doOnNext(_ -> model.addAttribute("told", "others"))
                .then(Mono.defer(() -> show(member, session, model))));
    }

    private Mono<StaffMember> member() {
        return signedIn.member().switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED)));
    }

    private Mono<String> show(StaffMember member, WebSession session, Model model) {
        return sessions.of(member.community(), member.id())
                .collectList()
                .doOnNext(found -> fill(member, found, StaffSessions.handle(session.getId()), model))
                .thenReturn("web/me");
    }

    private static void fill(StaffMember member, List<OpenSession> found, String here, Model model) {
        model.addAttribute("member", member);
        model.addAttribute("sessions", found);
        model.addAttribute("thisOne", here);
    }
}
