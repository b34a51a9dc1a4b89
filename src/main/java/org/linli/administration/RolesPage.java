package org.linli.administration;

import java.util.Map;
import java.util.TreeMap;
import org.linli.community.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// What each role may see and do, read off the table of routes that a test compares with the program.
@Controller
class RolesPage {

    private final AsAdministrator administrator;
    private final Mono<Map<String, Map<Role, RouteTable.Access>>> pages = Mono.fromCallable(
                    () -> new RouteTable().byPage())
            .subscribeOn(Schedulers.boundedElastic())
            .cache();

    RolesPage(AsAdministrator administrator) {
        this.administrator = administrator;
    }

    @GetMapping("/desk/admin/roles")
    Mono<String> page(Model model) {
        model.addAttribute("roles", Role.values());
        return administrator
                .member()
                .then(pages)
                .doOnNext(it -> model.addAttribute("pages", new TreeMap<>(it)))
                .thenReturn("administration/roles");
    }
}
