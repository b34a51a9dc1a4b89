package org.linli.channels.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.linli.channels.SendFailure;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Signs pages of ours, and no others, so that WeChat's browser lets them use what it has (JS-SDK).
@RestController
class SignPage {

    private final Accounts accounts;
    private final JsTickets tickets;
    private final Site site;
    private final Clock clock;

    SignPage(Accounts accounts, JsTickets tickets, Site site, Clock clock) {
        this.accounts = accounts;
        this.tickets = tickets;
        this.site = site;
        this.clock = clock;
    }

    /// What the page hands to `wx.config`.
    record Signed(String appId, long timestamp, String nonceStr, String signature) {}

    /// @param url the page's own address, with its query
    @GetMapping("/wechat/{account}/js-sdk")
    Mono<ResponseEntity<Signed>> sign(@PathVariable String account, @RequestParam String url) {
        return Mono.justOrEmpty(accounts.named(account))
                .filter(_ -> isOurs(url))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(it -> tickets.of(it).map(ticket -> signed(it, ticket, url)))
                .map(it ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(it))
                .onErrorMap(SendFailure.class, _ -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private Signed signed(WechatAccount account, String ticket, String url) {
        String nonce = UUID.randomUUID().toString().replace("-", "");
        long now = clock.instant().getEpochSecond();
        return new Signed(account.appId(), now, nonce, signature(ticket, nonce, now, url));
    }

    private boolean isOurs(String url) {
        try {
            return site.isOurs(URI.create(url));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /// By the platform's page "附录1-JS-SDK使用权限签名算法": the address counts up to its `#`.
    static String signature(String ticket, String nonce, long timestamp, String url) {
        String text = "jsapi_ticket=%s&noncestr=%s&timestamp=%d&url=%s"
                .formatted(ticket, nonce, timestamp, url.replaceFirst("#.*", ""));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-1", missing);
        }
    }
}
