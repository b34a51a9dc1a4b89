package org.linli.postroom.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.channels.Account;
import org.linli.channels.kept.KeptAccount;
import org.linli.community.StaffMember;
import org.linli.inbox.Shed;
import org.linli.outbox.MassResults;
import org.linli.platform.jobs.Overload;
import org.linli.postroom.Accounts;
import org.linli.postroom.ExchangeLog;
import org.linli.postroom.LookAtWays;
import org.linli.postroom.SetUpAccounts;
import org.linli.postroom.TryAccount;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How each account is; for one of them: is it set up, what passed, and a letter to try it.
@Controller
class ChannelsPage {

    private final AtThePostroom postroom;
    private final Accounts accounts;
    private final LookAtAccounts look;
    private final LookAtWays ways;
    private final MassResults mass;
    private final ExchangeLog log;
    private final SetUpAccounts setUp;
    private final TryAccount tries;
    private final Shed shed;
    private final Overload overload;

    ChannelsPage(
            AtThePostroom postroom,
            Accounts accounts,
            LookAtAccounts look,
            LookAtWays ways,
            MassResults mass,
            ExchangeLog log,
            SetUpAccounts setUp,
            TryAccount tries,
            Shed shed,
            Overload overload) {
        this.postroom = postroom;
        this.accounts = accounts;
        this.look = look;
        this.ways = ways;
        this.mass = mass;
        this.log = log;
        this.setUp = setUp;
        this.tries = tries;
        this.shed = shed;
        this.overload = overload;
    }

    @GetMapping("/desk/channels")
    Mono<String> all(Model model) {
        model.addAttribute("overload", overload.lasts());
        return admin().flatMap(member -> Mono.zip(views(member), shed.lately(member.community()))
                        .doOnNext(found -> {
                            model.addAttribute("accounts", found.getT1());
                            model.addAttribute("shed", found.getT2());
                            model.addAttribute("names", names(member, found.getT1()));
                        }))
                .thenReturn("postroom/channels");
    }

    private Map<String, String> names(StaffMember member, List<AccountView> shown) {
        return setUp.names(
                member.community(), shown.stream().map(AccountView::channel).toList());
    }

    private Mono<List<AccountView>> views(StaffMember member) {
        return Flux.fromIterable(accounts.of(member.community()))
                .concatMap(look::health)
                .collectList();
    }

    @GetMapping("/desk/channels/{channel}/{id}")
    Mono<String> one(
            @PathVariable String channel,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String said,
            Model model) {
        model.addAttribute("said", List.of("sent", "nobody", "made", "changed").contains(said) ? said : "");
        return account(channel, id)
                .doOnNext(account -> named(account, model))
                .flatMap(account -> Mono.zip(
                        look.health(account),
                        exchanges(account),
                        ways.of(account).map(WayView::all),
                        mass.of(account).map(MassLine::of).collectList()))
                .doOnNext(found -> {
                    model.addAttribute("account", found.getT1());
                    model.addAttribute("exchanges", found.getT2());
                    model.addAttribute("ways", found.getT3());
                    model.addAttribute("mass", found.getT4());
                })
                .thenReturn("postroom/account");
    }

    private void named(Account account, Model model) {
        var made = setUp.find(account.community(), account.channel().value(), account.id());
        model.addAttribute("kept", made.isPresent());
        model.addAttribute("name", made.map(KeptAccount::name).orElse(account.id()));
        // speaks in one group, whose id is its own
        model.addAttribute(
                "robot", made.isPresent() && account.channel().value().equals("wecom-group"));
    }

    /// Asks the platform, as a piece of the page.
    @PostMapping("/desk/channels/{channel}/{id}/check")
    Mono<String> check(@PathVariable String channel, @PathVariable String id, Model model) {
        return account(channel, id)
                .flatMapMany(look::check)
                .map(StepView::of)
                .collectList()
                .doOnNext(steps -> model.addAttribute("steps", steps))
                .thenReturn("postroom/steps");
    }

    @PostMapping("/desk/channels/{channel}/{id}/try")
    Mono<String> send(@PathVariable String channel, @PathVariable String id, Asked asked) {
        return account(channel, id)
                .flatMap(account -> tries.write(
                                account,
                                asked.whom(),
                                asked.isGroup(),
                                UUID.randomUUID().toString())
                        .map(_ -> "sent")
                        .defaultIfEmpty("nobody"))
                .map(said -> "redirect:/desk/channels/%s/%s?said=%s".formatted(channel, id, said));
    }

    private Mono<List<ExchangeLine>> exchanges(Account account) {
        return log.newest(account).map(ExchangeLine::of).collectList();
    }

    private Mono<StaffMember> admin() {
        return postroom.administrator();
    }

    private Mono<Account> account(String channel, String id) {
        return admin().flatMap(member -> Mono.justOrEmpty(accounts.find(member.community(), channel, id)))
                .switchIfEmpty(Mono.error(AtThePostroom::notThere));
    }
}
