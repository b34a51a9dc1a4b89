package org.linli.postroom.web;

import java.util.List;
import org.linli.channels.ChannelId;
import org.linli.channels.kept.AccountKind;
import org.linli.channels.kept.KeptAccount;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Changes an account that was made on a page, puts it out of use, and brings it back. No secret is ever shown.
@Controller
class ChangeAccountPage {

    private final AtThePostroom postroom;
    private final SetUpAccounts setUp;
    private final Sealing sealing;

    ChangeAccountPage(AtThePostroom postroom, SetUpAccounts setUp, Sealing sealing) {
        this.postroom = postroom;
        this.setUp = setUp;
        this.sealing = sealing;
    }

    @GetMapping("/desk/channels/{channel}/{id}/change")
    Mono<String> page(@PathVariable String channel, @PathVariable String id, Model model) {
        return admin().flatMap(by -> account(by, channel, id)).map(it -> shown(it, kind(channel), "", model));
    }

    /// A secret that is left blank stays as it is.
    @PostMapping("/desk/channels/{channel}/{id}/change")
    Mono<String> save(@PathVariable String channel, @PathVariable String id, ServerWebExchange exchange, Model model) {
        return admin().flatMap(by -> account(by, channel, id)
                .flatMap(before -> exchange.getFormData().flatMap(form -> saved(by, before, form, model))));
    }

    private Mono<String> saved(StaffMember by, KeptAccount before, MultiValueMap<String, String> form, Model model) {
        var kind = kind(before.channel().value());
        var after = before.with(TypedFields.said(form, "name"), TypedFields.of(kind, form, before.fields()));
        return setUp.change(by, before, version(form), after).map(outcome -> switch (outcome) {
            case Done(var now) -> "redirect:/desk/channels/%s/%s?said=changed".formatted(now.channel(), now.id());
            case Wrong(var field) -> told("wrong", after, kind, field, model);
            case Stale() -> told("stale", before, kind, "", model);
        });
    }

    private static long version(MultiValueMap<String, String> form) {
        String said = TypedFields.said(form, "version");
        return said.matches("\\d{1,18}") ? Long.parseLong(said) : -1;
    }

    private String told(String what, KeptAccount it, AccountKind kind, String wrong, Model model) {
        model.addAttribute("told", what);
        return shown(it, kind, wrong, model);
    }

    /// With a way back.
    @PostMapping("/desk/channels/{channel}/{id}/remove")
    Mono<String> remove(@PathVariable String channel, @PathVariable String id, Model model) {
        return admin().flatMap(by -> setUp.remove(by, channel, id))
                .switchIfEmpty(Mono.error(AtThePostroom::notThere))
                .map(it -> {
                    model.addAttribute("told", "removed");
                    model.addAttribute("gone", it.account());
                    model.addAttribute("channels", channels());
                    return "postroom/set-up";
                });
    }

    @PostMapping("/desk/channels/{channel}/{id}/bring-back")
    Mono<String> bringBack(@PathVariable String channel, @PathVariable String id, Model model) {
        return admin().flatMap(by -> setUp.bringBack(by, channel, id))
                .switchIfEmpty(Mono.error(AtThePostroom::notThere))
                .map(it -> told("back", it, kind(channel), "", model));
    }

    private String shown(KeptAccount it, AccountKind kind, String wrong, Model model) {
        var lines = SetUpForm.lines(kind, it.fields(), true, wrong);
        model.addAttribute("form", new SetUpForm(it.channel().value(), it.id(), it.name(), it.version(), lines));
        model.addAttribute("channels", channels());
        model.addAttribute("open", !sealing.isOn());
        return "postroom/set-up";
    }

    private List<ChannelId> channels() {
        return setUp.offered().stream().map(AccountKind::channel).toList();
    }

    private AccountKind kind(String channel) {
        return setUp.kind(channel).orElseThrow(AtThePostroom::notThere);
    }

    private Mono<StaffMember> admin() {
        return postroom.administrator();
    }

    private Mono<KeptAccount> account(StaffMember by, String channel, String id) {
        return Mono.justOrEmpty(setUp.find(by.community(), channel, id))
                .switchIfEmpty(Mono.error(AtThePostroom::notThere));
    }
}
