package org.linli.open311.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.linli.keys.ApiKeys;
import org.linli.open311.Hooks;
import org.linli.open311.OpenCommunities;
import org.linli.web.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// Where administrators let programs of others in, and see those that are called and do not answer.
@Controller
class ClientsPage {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 1_000;

    /// What a form hands in.
    record Form(
            @Nullable String name,
            @Nullable String url,
            @Nullable String id,
            @Nullable Boolean open) {

        String said(@Nullable String field, int longest) {
            String said = field == null ? "" : field.strip();
            return said.length() > longest ? "" : said;
        }
    }

    private final SignedIn signedIn;
    private final ApiKeys keys;
    private final Hooks hooks;
    private final OpenCommunities open;

    ClientsPage(SignedIn signedIn, ApiKeys keys, Hooks hooks, OpenCommunities open) {
        this.signedIn = signedIn;
        this.keys = keys;
        this.hooks = hooks;
        this.open = open;
    }

    @GetMapping("/desk/open311")
    Mono<String> page(Model model) {
        return signedIn.administrator().flatMap(member -> show(member, model));
    }

    @PostMapping("/desk/open311/open")
    Mono<String> open(Form form) {
        return signedIn.administrator()
                .flatMap(member -> open.set(member, Boolean.TRUE.equals(form.open())))
                .thenReturn("redirect:/desk/open311");
    }

    /// Shows the key, for the only time.
    @PostMapping("/desk/open311/keys")
    Mono<String> makeKey(Form form, Model model) {
        String name = form.said(form.name(), LONGEST_NAME);
        return signedIn.administrator()
                .flatMap(member -> name.isEmpty()
                        ? told("open311.trouble.name", member, model)
                        : keys.make(member, name)
                                .doOnNext(key -> model.addAttribute("newKey", key))
                                .then(Mono.defer(() -> show(member, model))));
    }

    @PostMapping("/desk/open311/keys/revoke")
    Mono<String> revoke(Form form) {
        return signedIn.administrator()
                .flatMap(member -> keys.revoke(member, form.said(form.id(), LONGEST_NAME)))
                .thenReturn("redirect:/desk/open311");
    }

    /// Shows the secret, for the only time.
    @PostMapping("/desk/open311/hooks")
    Mono<String> makeHook(Form form, Model model) {
        return signedIn.administrator()
                .flatMap(member -> Mono.justOrEmpty(address(form))
                        .flatMap(url -> hooks.make(member, url))
                        .doOnNext(secret -> model.addAttribute("newSecret", secret))
                        .flatMap(_ -> show(member, model))
                        .switchIfEmpty(Mono.defer(() -> told("open311.trouble.url", member, model))));
    }

    @PostMapping("/desk/open311/hooks/resume")
    Mono<String> resume(Form form) {
        return signedIn.administrator()
                .flatMap(member -> hooks.resume(member, form.said(form.id(), LONGEST_NAME)))
                .thenReturn("redirect:/desk/open311");
    }

    @PostMapping("/desk/open311/hooks/stop")
    Mono<String> stop(Form form) {
        return signedIn.administrator()
                .flatMap(member -> hooks.stop(member, form.said(form.id(), LONGEST_NAME)))
                .thenReturn("redirect:/desk/open311");
    }

    private static @Nullable URI address(Form form) {
        try {
            return URI.create(form.said(form.url(), LONGEST_ADDRESS));
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private Mono<String> told(String trouble, StaffMember member, Model model) {
        model.addAttribute("trouble", trouble);
        return show(member, model);
    }

    private Mono<String> show(StaffMember member, Model model) {
        return Mono.zip(
                        keys.all(member.community()).collectList(),
                        hooks.all(member.community()).collectList(),
                        open.isOpen(member.community()))
                .doOnNext(found -> {
                    model.addAttribute("keys", found.getT1());
                    model.addAttribute("hooks", found.getT2());
                    model.addAttribute("open", found.getT3());
                    model.addAttribute("community", member.community().value());
                })
                .thenReturn("open311/clients");
    }
}
