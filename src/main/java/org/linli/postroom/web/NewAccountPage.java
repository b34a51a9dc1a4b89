package org.linli.postroom.web;

import java.util.Map;
import java.util.UUID;
import org.linli.channels.kept.AccountKind;
import org.linli.community.StaffMember;
import org.linli.platform.secrets.Sealing;
import org.linli.postroom.SetUpAccounts;
import org.linli.postroom.SetUpAccounts.Outcome.Done;
import org.linli.postroom.SetUpAccounts.Outcome.Stale;
import org.linli.postroom.SetUpAccounts.Outcome.Wrong;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Sets up an account on a platform: which kind, then what the platform's console shows.
@Controller
class NewAccountPage {

    private final AtThePostroom postroom;
    private final SetUpAccounts setUp;
    private final Sealing sealing;

    NewAccountPage(AtThePostroom postroom, SetUpAccounts setUp, Sealing sealing) {
        this.postroom = postroom;
        this.setUp = setUp;
        this.sealing = sealing;
    }

    /// @param channel which kind; one that is none: to choose from
    @GetMapping("/desk/channels/new")
    Mono<String> page(@RequestParam(defaultValue = "") String channel, Model model) {
        setUp.offered(channel).ifPresent(kind -> model.addAttribute("form", form(kind, "", Map.of(), "")));
        return postroom.administrator().map(_ -> shown(model));
    }

    @PostMapping("/desk/channels/new")
    Mono<String> make(ServerWebExchange exchange, Model model) {
        return postroom.administrator()
                .flatMap(by -> exchange.getFormData()
                        .flatMap(form -> Mono.justOrEmpty(setUp.offered(TypedFields.said(form, "channel")))
                                .switchIfEmpty(Mono.error(AtThePostroom::notThere))
                                .flatMap(kind -> made(by, kind, form, model))));
    }

    private Mono<String> made(StaffMember by, AccountKind kind, MultiValueMap<String, String> form, Model model) {
        String name = TypedFields.said(form, "name");
        var fields = TypedFields.of(kind, form, Map.of());
        return setUp.make(by, UUID.randomUUID(), kind, name, fields).map(outcome -> switch (outcome) {
            case Done(var account) ->
                "redirect:/desk/channels/%s/%s?said=made".formatted(account.channel(), account.id());
            case Wrong(var field) -> wrong(form(kind, name, fields, field), model);
            case Stale() -> throw AtThePostroom.notThere();
        });
    }

    private String wrong(SetUpForm form, Model model) {
        model.addAttribute("told", "wrong");
        model.addAttribute("form", form);
        return shown(model);
    }

    private static SetUpForm form(AccountKind kind, String name, Map<String, String> typed, String wrong) {
        return new SetUpForm(kind.channel().value(), "", name, 0, SetUpForm.lines(kind, typed, false, wrong));
    }

    private String shown(Model model) {
        model.addAttribute(
                "channels", setUp.offered().stream().map(AccountKind::channel).toList());
        model.addAttribute("open", !sealing.isOn());
        return "postroom/set-up";
    }
}
