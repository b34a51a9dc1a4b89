package org.linli.channels.wechat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.channels.Checkup;
import org.linli.channels.SendFailure;
import org.linli.channels.tencent.PlatformAnswer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How our official accounts are: asks the platform for the menu and for the templates, and learns the rest by that.
@Component
class WechatCheckup implements Checkup {

    private static final long OTHER_ADDRESS = 40164;

    private final Accounts accounts;
    private final WechatApi api;
    private final Forms forms;
    private final Site site;

    WechatCheckup(Accounts accounts, WechatApi api, Forms forms, Site site) {
        this.accounts = accounts;
        this.api = api;
        this.forms = forms;
        this.site = site;
    }

    @Override
    public ChannelId channel() {
        return WechatChannel.ID;
    }

    @Override
    public List<Account> accounts() {
        return accounts.all().stream()
                .map(it -> new Account(WechatChannel.ID, it.id(), it.communityId()))
                .toList();
    }

    @Override
    public Mono<Instant> tokenUntil(Account account) {
        return Mono.justOrEmpty(accounts.named(account.id())).flatMap(api::tokenUntil);
    }

    @Override
    public Flux<Step> check(Account account) {
        return Mono.justOrEmpty(accounts.named(account.id()))
                .flatMapMany(it -> Flux.concat(
                        Mono.just(new Step(What.URL, Result.UNKNOWN, site.address("/webhooks/wechat/" + it.id()))),
                        asked(it, "/cgi-bin/menu/get", WechatCheckup::reached, WechatCheckup::notReached),
                        asked(
                                it,
                                "/cgi-bin/template/get_all_private_template",
                                answer -> List.of(templates(it, answer)),
                                failure -> List.of(unknown(What.TEMPLATES, failure)))));
    }

    private Flux<Step> asked(
            WechatAccount account,
            String path,
            Function<PlatformAnswer, List<Step>> then,
            Function<SendFailure, List<Step>> otherwise) {
        return api.get(account, path, Map.of())
                .map(then)
                .onErrorResume(SendFailure.class, failure -> Mono.just(otherwise.apply(failure)))
                .flatMapIterable(it -> it);
    }

    private static List<Step> reached(PlatformAnswer menu) {
        boolean shown = !menu.json().at("/menu/button").isEmpty();
        return List.of(done(What.TOKEN), done(What.IP), new Step(What.MENU, shown ? Result.DONE : Result.MISSING, ""));
    }

    private static List<Step> notReached(SendFailure failure) {
        boolean otherAddress = failure.names(OTHER_ADDRESS);
        boolean wrong = failure.reason() == SendFailure.Reason.MISCONFIGURED;
        return List.of(
                step(What.TOKEN, wrong && !otherAddress ? Result.MISSING : Result.UNKNOWN, failure),
                step(What.IP, otherAddress ? Result.MISSING : Result.UNKNOWN, failure),
                unknown(What.MENU, failure));
    }

    private Step templates(WechatAccount account, PlatformAnswer answer) {
        Set<String> missing = new TreeSet<>(forms.neededIn(account));
        answer.json()
                .path("template_list")
                .forEach(it -> missing.remove(it.path("template_id").asString("")));
        return new Step(What.TEMPLATES, missing.isEmpty() ? Result.DONE : Result.MISSING, String.join(", ", missing));
    }

    private static Step done(What what) {
        return new Step(what, Result.DONE, "");
    }

    private static Step unknown(What what, SendFailure failure) {
        return step(what, Result.UNKNOWN, failure);
    }

    private static Step step(What what, Result result, SendFailure failure) {
        return new Step(what, result, failure.detail());
    }
}
