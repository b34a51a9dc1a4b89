package org.linli.administration;

import java.util.List;
import org.linli.community.LeftAtStart;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/// The doors to all that administrators look after, each with what is behind it.
@Controller
class OverviewPage {

    /// @param path where it leads
    /// @param word of `admin.door.{word}`
    record Door(String path, String word) {}

    private static final List<Door> DOORS = List.of(
            new Door("/desk/admin/staff", "staff"),
            new Door("/desk/admin/roles", "roles"),
            new Door("/desk/admin/settings", "settings"),
            new Door("/desk/admin/places", "places"),
            new Door("/desk/admin/units", "units"),
            new Door("/desk/admin/community", "community"),
            new Door("/desk/admin/communities", "communities"),
            new Door("/desk/groups", "groups"),
            new Door("/desk/channels", "channels"),
            new Door("/desk/open", "open"),
            new Door("/desk/admin/keys", "api"),
            new Door("/desk/admin/webhooks", "hooks"),
            new Door("/desk/open311", "keys"),
            new Door("/desk/admin/retention", "retention"),
            new Door("/desk/rights", "rights"),
            new Door("/desk/audit", "audit"));

    private final AsAdministrator administrator;
    private final LeftAtStart left;

    OverviewPage(AsAdministrator administrator, LeftAtStart left) {
        this.administrator = administrator;
        this.left = left;
    }

    @GetMapping("/desk/admin")
    Mono<String> page(Model model) {
        model.addAttribute("doors", DOORS);
        return administrator
                .member()
                .doOnNext(by ->
                        model.addAttribute("left", left.about(by.community()).orElse(null)))
                .thenReturn("administration/overview");
    }
}
