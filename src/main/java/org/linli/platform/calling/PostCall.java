package org.linli.platform.calling;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;

/// Calls a hook, once. Follows nothing and reads nothing of the answer but its status.
@Component
public class PostCall {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final SafeTargets targets;
    private final Clock clock;

    PostCall(SafeTargets targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    /// Never empty, and signals no error.
    public Mono<CallResult> post(Outgoing call, String body) {
        return targets.resolve(call.url())
                .flatMap(address -> post(call, body, address))
                .timeout(PATIENCE)
                .onErrorReturn(CallResult.UNREACHABLE);
    }

    private Mono<CallResult> post(Outgoing call, String body, InetSocketAddress address) {
        return client(call, body, address)
                .post()
                .uri(path(call.url()))
                .send(ByteBufMono.fromString(Mono.just(body)))
                .responseSingle((answer, _) -> Mono.just(answer.status().code()))
                .map(CallResult::of);
    }

    private HttpClient client(Outgoing call, String body, InetSocketAddress address) {
        Instant now = clock.instant();
        var client = HttpClient.newConnection()
                .remoteAddress(() -> address)
                .followRedirect(false)
                .headers(headers -> headers.set(HttpHeaderNames.HOST, call.url().getRawAuthority())
                        .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                        .set(HttpHeaderNames.CONTENT_LENGTH, body.getBytes(StandardCharsets.UTF_8).length)
                        .set(HttpHeaderNames.USER_AGENT, "Linli-Hooks/1")
                        .set("webhook-id", call.messageId())
                        .set("webhook-timestamp", now.getEpochSecond())
                        .set("webhook-signature", signatures(call, now, body)));
        return "https".equals(call.url().getScheme()) ? client.secure() : client;
    }

    private static String signatures(Outgoing call, Instant now, String body) {
        return call.secrets().stream()
                .map(secret -> Signature.of(secret, call.messageId(), now, body))
                .collect(Collectors.joining(" "));
    }

    private static String path(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
