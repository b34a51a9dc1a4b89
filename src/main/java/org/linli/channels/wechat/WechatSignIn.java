package org.linli.channels.wechat;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.Refusals;
import org.linli.channels.SendFailure;
import org.linli.channels.SignInPlatform;
import org.linli.channels.SignInRefused;
import org.linli.channels.SignInRefused.Reason;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.tencent.TencentApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/// Asks WeChat who opened a page of ours, without asking the person (snsapi_base). By the platform's page "网页授权".
@Component
class WechatSignIn implements SignInPlatform {

    private static final Logger LOG = LoggerFactory.getLogger(WechatSignIn.class);
    private static final Set<Long> WRONG_SECRET = Set.of(40001L, 40125L);

    private final Refusals refusals = new Refusals();
    private final Accounts accounts;
    private final Site site;
    private final URI authorize;
    private final TencentApi http;
    private final Clock clock;

    WechatSignIn(WechatSettings settings, Accounts accounts, Site site, Clock clock) {
        this.accounts = accounts;
        this.site = site;
        this.authorize = settings.openBase();
        this.http = new TencentApi("wechat-sign-in", settings.patience());
        this.clock = clock;
    }

    @Override
    public ChannelId channel() {
        return WechatChannel.ID;
    }

    @Override
    public Optional<URI> ask(String account, String back, String state) {
        return accounts.named(account).filter(_ -> site.isKnown()).map(it -> page(it, back, state));
    }

    @Override
    public Mono<Account.Person> who(String account, String code) {
        return Mono.justOrEmpty(accounts.named(account))
                .switchIfEmpty(Mono.error(() -> new SignInRefused(Reason.MISCONFIGURED, "no such account")))
                .filter(it -> !refusals.rests(it.tokenName(), clock.instant()))
                .switchIfEmpty(Mono.error(() -> new SignInRefused(Reason.MISCONFIGURED, "its secret was refused")))
                .flatMap(it -> exchanged(it, code));
    }

    private Mono<Account.Person> exchanged(WechatAccount account, String code) {
        return http.get(exchange(account, code))
                .onErrorMap(
                        SendFailure.class,
                        away -> new SignInRefused(Reason.AWAY, away.reason().name()))
                .doOnNext(answer -> restIfRefused(account, answer.errcode()))
                .map(answer -> person(account, answer));
    }

    /// Each visitor would show the platform the wrong secret once more, which bans the address of this machine.
    private void restIfRefused(WechatAccount account, long errcode) {
        if (WRONG_SECRET.contains(errcode)) {
            LOG.error(
                    "WeChat account '{}' is refused for its secret (errcode {}); nobody signs in from it, next try in {} min",
                    account.id(),
                    errcode,
                    refusals.refused(account.tokenName(), clock.instant()).toMinutes());
        }
    }

    private static Account.Person person(WechatAccount account, PlatformAnswer answer) {
        String openid = answer.textOf("openid");
        if (answer.errcode() != 0 || openid.isEmpty()) {
            throw new SignInRefused(reason(answer.errcode()), "errcode " + answer.errcode());
        }
        return new Account.Person(account.communityId(), Address.person(WechatChannel.ID, account.id(), openid));
    }

    private static Reason reason(long errcode) {
        return switch ((int) errcode) {
            case 40029, 41008 -> Reason.WRONG;
            case 40163 -> Reason.USED;
            case 42003 -> Reason.EXPIRED;
            case 40001, 40013, 40125, 40164, 41002, 41004, 48001, 50001, 50002 -> Reason.MISCONFIGURED;
            default -> Reason.AWAY;
        };
    }

    // the platform looks at the order of the parameters and at what stands behind the #
    private URI page(WechatAccount account, String back, String state) {
        return UriComponentsBuilder.fromUri(authorize)
                .path("/connect/oauth2/authorize")
                .queryParam("appid", "{appid}")
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("response_type", "code")
                .queryParam("scope", "snsapi_base")
                .queryParam("state", "{state}")
                .fragment("wechat_redirect")
                .encode()
                .buildAndExpand(account.appId(), site.address(back), state)
                .toUri();
    }

    private static URI exchange(WechatAccount account, String code) {
        return TencentApi.address(
                account.apiBase(),
                "/sns/oauth2/access_token",
                Map.of(
                        "appid",
                        account.appId(),
                        "secret",
                        account.secret(),
                        "code",
                        code,
                        "grant_type",
                        "authorization_code"));
    }
}
