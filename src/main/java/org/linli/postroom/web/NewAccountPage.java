package org.linli.postroom.web;

import java.util.Map;
import java.util.Optional;
import org.linli.channels.kept.AccountKind;
import org.linli.channels.kept.ChangeAccounts;
import org.linli.community.StaffMember;
import org.linli.platform.secrets.Sealing;
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

    private static final int LONGEST = 60;

    private final AtThePostroom postroom;
    private final SetUpAccounts setUp;
    private final ChangeAccounts change;
    private final Sealing sealing;

    NewAccountPage(AtThePostroom postroom, SetUpAccounts setUp, ChangeAccounts change, Sealing sealing) {
        this.postroom = postroom;
        this.setUp = setUp;
        this.change = change;
        this.sealing = sealing;
    }

    /// @param channel which kind; one that is none: to choose from
    @GetMapping("/desk/channels/new")
    Mono<String> page(@RequestParam(defaultValue = "") String channel, Model model) {
        offered(channel).ifPresent(kind -> model.addAttribute("form", form(kind, "", Map.of(), "")));
        return postroom.oneOf(AtThePostroom.SEE_CHANNELS).map(_ -> shown(model));
    }

    @PostMapping("/desk/channels/new")
    Mono<String> make(ServerWebExchange exchange, Model model) {
        return postroom.oneOf(AtThePostroom.SEE_CHANNELS)
                .flatMap(by -> exchange.getFormData()
                        .flatMap(form -> Mono.justOrEmpty(offered(SetUpAccounts.said(form, "channel")))
                                .switchIfEmpty(Mono.error(AtThePostroom::notThere))
                                .flatMap(kind -> made(by, kind, form, model))));
    }

    private Mono<String> made(StaffMember by, AccountKind kind, MultiValueMap<String, String> form, Model model) {
        String name = SetUpAccounts.said(form, "name");
        var fields = SetUpAccounts.typed(kind, form, Map.of());
        var account = ChangeAccounts.fresh(by.community(), kind.channel(), name, fields);
        String wrong = name.isEmpty() || name.length() > LONGEST
                ? "name"
                : kind.wrong(account).orElse("");
        if (!wrong.isEmpty()) {
            model.addAttribute("told", "wrong");
            model.addAttribute("form", form(kind, name, fields, wrong));
            return Mono.just(shown(model));
        }
        return change.make(by.id(), account)
                .map(_ -> "redirect:/desk/channels/%s/%s?said=made".formatted(account.channel(), account.id()));
    }

    private Optional<AccountKind> offered(String channel) {
        return setUp.kind(channel).filter(AccountKind::isOffered);
    }

    private static SetUpForm form(AccountKind kind, String name, Map<String, String> typed, String wrong) {
        return new SetUpForm(kind.channel().value(), "", name, 0, SetUpForm.lines(kind, typed, false, wrong));
    }

    private String shown(Model model) {
        model.addAttribute("channels", setUp.channels());
        model.addAttribute("open", !sealing.isOn());
        return "postroom/set-up";
    }
}
