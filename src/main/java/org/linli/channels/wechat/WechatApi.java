package org.linli.channels.wechat;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.channels.tencent.AccessTokens;
import org.linli.channels.tencent.AuthorizedApi;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.tencent.SharedTokens;
import org.linli.channels.tencent.TencentApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// WeChat's interface, called in the name of our accounts.
@Component
class WechatApi extends AuthorizedApi<WechatAccount> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    WechatApi(WechatSettings settings, SharedTokens shared, Clock clock) {
        this(new TencentApi("wechat", settings.patience()), shared, clock);
    }

    private WechatApi(TencentApi http, SharedTokens shared, Clock clock) {
        super(http, tokens(http, shared, clock), WechatCode::new);
    }

    static AccessTokens<WechatAccount> tokens(TencentApi http, SharedTokens shared, Clock clock) {
        return new AccessTokens<>(shared, account -> askForToken(http, account), WechatCode::new, clock);
    }

    // a "stable" one: asking again never spoils the one in use
    private static Mono<PlatformAnswer> askForToken(TencentApi http, WechatAccount account) {
        var question = new LinkedHashMap<String, Object>();
        question.put("grant_type", "client_credential");
        question.put("appid", account.appId());
        question.put("secret", account.secret());
        question.put("force_refresh", false);
        URI address = TencentApi.address(account.apiBase(), "/cgi-bin/stable_token", Map.of());
        return http.post(address, JSON.writeValueAsString(question));
    }
}
