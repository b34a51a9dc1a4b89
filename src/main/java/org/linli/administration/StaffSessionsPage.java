package org.linli.administration;

import org.linli.administration.employing.SignOutStaff;
import org.linli.web.sessions.StaffSessions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// Signs out a colleague, or everybody but whoever does it: for a telephone that was lost or a machine that is not
/// trusted any more.
@Controller
class StaffSessionsPage {

    private final AsAdministrator administrator;
    private final StaffList list;
    private final SignOutStaff signOut;

    StaffSessionsPage(AsAdministrator administrator, StaffList list, SignOutStaff signOut) {
        this.administrator = administrator;
        this.list = list;
        this.signOut = signOut;
    }

    @PostMapping("/desk/admin/staff/{id}/sessions/end")
    Mono<String> one(@PathVariable String id, WebSession session, Model model) {
        return list.over(id)
                .flatMap(by -> signOut.one(by, id, StaffSessions.handle(session.getId()))
                        .flatMap(ended -> list.told(ended > 0 ? "signed-out" : "not-in", by, model)));
    }

    @PostMapping("/desk/admin/staff/sessions/end")
    Mono<String> all(WebSession session, Model model) {
        return administrator
                .member()
                .flatMap(by -> signOut.all(by, StaffSessions.handle(session.getId()))
                        .flatMap(_ -> list.told("all-signed-out", by, model)));
    }
}
