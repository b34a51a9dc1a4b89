package org.linli.inbox;

import static org.linli.channels.WebhookRejected.Reason.TOO_LARGE;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.linli.channels.WebhookRejected;
import org.linli.channels.WebhookRequest;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/// Reads a call as it arrived, up to a size that no platform's call comes near.
final class WebhookCall {

    static final int MOST_BYTES = 64 * 1024;

    private WebhookCall() {}

    /// Signals [WebhookRejected] when it is too large.
    static Mono<WebhookRequest> read(ServerRequest call) {
        ServerHttpRequest request = call.exchange().getRequest();
        if (request.getHeaders().getContentLength() > MOST_BYTES) {
            return Mono.error(WebhookCall::tooLarge);
        }
        return DataBufferUtils.join(request.getBody(), MOST_BYTES)
                .onErrorMap(DataBufferLimitException.class, _ -> tooLarge())
                .map(WebhookCall::text)
                .defaultIfEmpty("")
                .map(body -> new WebhookRequest(
                        request.getMethod().name(),
                        call.pathVariable("account"),
                        request.getQueryParams().toSingleValueMap(),
                        headers(request),
                        body));
    }

    private static Map<String, String> headers(ServerHttpRequest request) {
        var headers = new HashMap<String, String>();
        request.getHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return headers;
    }

    private static String text(DataBuffer body) {
        try {
            return body.toString(StandardCharsets.UTF_8);
        } finally {
            DataBufferUtils.release(body);
        }
    }

    private static WebhookRejected tooLarge() {
        return new WebhookRejected(TOO_LARGE, "more than " + MOST_BYTES + " bytes");
    }
}
