package org.linli.channels.wecom;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.linli.channels.Account;
import org.linli.channels.tencent.AccessTokens;
import org.linli.channels.tencent.AuthorizedApi;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.tencent.SharedTokens;
import org.linli.channels.tencent.TencentApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// WeCom's interface, called in the name of whoever has a secret there.
@Component
public class WecomApi extends AuthorizedApi<Caller> {

    private final TencentApi http;

    @Autowired
    public WecomApi(WecomSettings settings, SharedTokens shared, Clock clock) {
        this(new TencentApi("wecom", settings.patience()), shared, clock);
    }

    private WecomApi(TencentApi http, SharedTokens shared, Clock clock) {
        super(http, tokens(http, shared, clock), WecomCode::new);
        this.http = http;
    }

    /// Posts to an address that carries its own permission: a robot's webhook, the answer to a bot's message.
    ///
    /// Signals `SendFailure` and no other error, for every `errcode` that is no success too.
    ///
    /// @param account in whose name it is noted
    /// @param what    it is noted as; the address says more than anybody may read
    /// @return what the platform said, having done it; never empty
    public Mono<PlatformAnswer> post(Account account, String what, URI address, String json) {
        return noted(List.of(account), what, http.post(address, json).doOnNext(WecomApi::check));
    }

    private static void check(PlatformAnswer answer) {
        var code = new WecomCode(answer.errcode());
        if (!code.isSuccess()) {
            throw code.failure();
        }
    }

    private static AccessTokens<Caller> tokens(TencentApi http, SharedTokens shared, Clock clock) {
        return new AccessTokens<>(shared, caller -> askForToken(http, caller), WecomCode::new, clock);
    }

    // asked again while one is good, the platform gives the same
    private static Mono<PlatformAnswer> askForToken(TencentApi http, Caller caller) {
        var question = Map.of("corpid", caller.corp().corpId(), "corpsecret", caller.secret());
        return http.get(TencentApi.address(caller.apiBase(), "/cgi-bin/gettoken", question));
    }
}
