package org.linli.channels.wechat;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.linli.channels.tencent.AccessTokens;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.tencent.SharedTokens;
import org.linli.channels.tencent.TokenOwner;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The ticket with which pages are signed (jsapi_ticket): like an access token, got once for all replicas and two
/// hours.
@Component
class JsTickets {

    private final AccessTokens<Owner> tickets;

    JsTickets(WechatApi api, SharedTokens shared, Clock clock) {
        this.tickets = new AccessTokens<>(shared, owner -> ask(api, owner), WechatCode::new, clock);
    }

    /// Signals [SendFailure] and no other error. Never empty.
    Mono<String> of(WechatAccount account) {
        return tickets.of(new Owner(account));
    }

    private static Mono<PlatformAnswer> ask(WechatApi api, Owner owner) {
        return api.get(owner.account(), "/cgi-bin/ticket/getticket", Map.of("type", "jsapi"))
                .map(answer -> new PlatformAnswer(JsonMapper.shared()
                        .valueToTree(Map.of(
                                "access_token",
                                answer.textOf("ticket"),
                                "expires_in",
                                answer.numberOf("expires_in")))));
    }

    private record Owner(WechatAccount account) implements TokenOwner {

        @Override
        public String tokenName() {
            return account.tokenName() + ":jsapi";
        }

        @Override
        public String shownName() {
            return account.shownName() + ":jsapi";
        }

        @Override
        public String inWords() {
            return account.inWords() + " (JS-SDK)";
        }

        @Override
        public URI apiBase() {
            return account.apiBase();
        }
    }
}
