package org.linli.postroom.web;

import org.linli.channels.kept.AccountKind;
import org.linli.channels.kept.ChangeAccounts;
import org.linli.channels.kept.KeptAccount;
import org.linli.community.StaffMember;
import org.linli.platform.secrets.Sealing;
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

    private static final int LONGEST = 60;

    private final AtThePostroom postroom;
    private final SetUpAccounts setUp;
    private final ChangeAccounts change;
    private final Sealing sealing;

    ChangeAccountPage(AtThePostroom postroom, SetUpAccounts setUp, ChangeAccounts change, Sealing sealing) {
        this.postroom = postroom;
        this.setUp = setUp;
        this.change = change;
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
        String name = SetUpAccounts.said(form, "name");
        var after = before.with(name, SetUpAccounts.typed(kind, form, before.fields()));
        String wrong = name.isEmpty() || name.length() > LONGEST
                ? "name"
                : kind.wrong(before, after).orElse("");
        if (!wrong.isEmpty()) {
            model.addAttribute("told", "wrong");
            return Mono.just(shown(after, kind, wrong, model));
        }
        if (!Long.toString(before.version()).equals(SetUpAccounts.said(form, "version"))) {
            return stale(before, kind, model);
        }
        return change.change(by.id(), before, after)
                .flatMap(done -> done
                        ? Mono.just("redirect:/desk/channels/%s/%s?said=changed".formatted(after.channel(), after.id()))
                        : stale(before, kind, model));
    }

    private Mono<String> stale(KeptAccount before, AccountKind kind, Model model) {
        model.addAttribute("told", "stale");
        return Mono.just(shown(before, kind, "", model));
    }

    /// With a way back.
    @PostMapping("/desk/channels/{channel}/{id}/remove")
    Mono<String> remove(@PathVariable String channel, @PathVariable String id, Model model) {
        return admin().flatMap(by -> account(by, channel, id)
                .delayUntil(it -> change.remove(by.id(), it))
                .map(it -> {
                    model.addAttribute("told", "removed");
                    model.addAttribute("gone", it.account());
                    model.addAttribute("channels", setUp.channels());
                    return "postroom/set-up";
                }));
    }

    @PostMapping("/desk/channels/{channel}/{id}/bring-back")
    Mono<String> bringBack(@PathVariable String channel, @PathVariable String id, Model model) {
        return admin().flatMap(by -> change.bringBack(
                        by.id(), by.community(), kind(channel).channel(), id)
                .filter(done -> done)
                .flatMap(_ -> account(by, channel, id))
                .switchIfEmpty(Mono.error(AtThePostroom::notThere))
                .map(it -> {
                    model.addAttribute("told", "back");
                    return shown(it, kind(channel), "", model);
                }));
    }

    private String shown(KeptAccount it, AccountKind kind, String wrong, Model model) {
        var lines = SetUpForm.lines(kind, it.fields(), true, wrong);
        model.addAttribute("form", new SetUpForm(it.channel().value(), it.id(), it.name(), it.version(), lines));
        model.addAttribute("channels", setUp.channels());
        model.addAttribute("open", !sealing.isOn());
        return "postroom/set-up";
    }

    private AccountKind kind(String channel) {
        return setUp.kind(channel).orElseThrow(AtThePostroom::notThere);
    }

    private Mono<StaffMember> admin() {
        return postroom.oneOf(AtThePostroom.SEE_CHANNELS);
    }

    private Mono<KeptAccount> account(StaffMember by, String channel, String id) {
        return Mono.justOrEmpty(setUp.find(by.community(), channel, id))
                .switchIfEmpty(Mono.error(AtThePostroom::notThere));
    }
}
