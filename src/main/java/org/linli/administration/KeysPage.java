package org.linli.administration;

import java.time.Clock;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.keys.ApiKeys;
import org.linli.keys.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// The keys of programs: made with scopes and an end, shown once, listed with their last use, revoked.
@Controller
class KeysPage {

    private final AsAdministrator administrator;
    private final Communities communities;
    private final ApiKeys keys;
    private final Clock clock;

    KeysPage(AsAdministrator administrator, Communities communities, ApiKeys keys, Clock clock) {
        this.administrator = administrator;
        this.communities = communities;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping("/desk/admin/keys")
    Mono<String> page(Model model) {
        return administrator.member().flatMap(by -> show(by, model));
    }

    /// Shows the key, for the only time; or what is wrong, beside what was typed.
    @PostMapping("/desk/admin/keys")
    Mono<String> make(KeyForm form, Model model) {
        return administrator
                .member()
                .flatMap(by -> communities
                        .map(by.community())
                        .flatMap(map -> form.fault(map, clock.instant())
                                .map(fault -> refused(form, fault, model))
                                .orElseGet(() -> made(by, form, model)))
                        .flatMap(_ -> show(by, model)));
    }

    private static Mono<String> refused(KeyForm form, String fault, Model model) {
        model.addAttribute("typed", form);
        model.addAttribute("told", fault);
        return Mono.just(fault);
    }

    private Mono<String> made(StaffMember by, KeyForm form, Model model) {
        return keys.make(by, form.wanted()).doOnNext(key -> {
            model.addAttribute("newKey", key);
            model.addAttribute("told", "made");
        });
    }

    @PostMapping("/desk/admin/keys/{id}/revoke")
    Mono<String> revoke(@PathVariable String id, Model model) {
        return administrator
                .member(by -> keys.all(by.community()).any(it -> it.id().equals(id)))
                .flatMap(by -> keys.revoke(by, id)
                        .doOnNext(was -> model.addAttribute("told", was ? "revoked" : "unknown"))
                        .flatMap(_ -> show(by, model)));
    }

    private Mono<String> show(StaffMember by, Model model) {
        return Mono.zip(keys.all(by.community()).collectList(), communities.map(by.community()))
                .doOnNext(found -> {
                    var now = clock.instant();
                    model.addAttribute(
                            "keys",
                            found.getT1().stream()
                                    .map(it -> KeyLine.of(it, now))
                                    .toList());
                    model.addAttribute("units", found.getT2().units());
                    model.addAttribute("scopes", Scope.values());
                })
                .thenReturn("administration/keys");
    }
}
