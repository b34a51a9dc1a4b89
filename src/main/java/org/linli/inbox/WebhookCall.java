package org.linli.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.linli.channels.WebhookRejected.Reason.TOO_LARGE;
import static org.linli.channels.WebhookRejected.Reason.UNREADABLE;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.linli.channels.WebhookRejected;
import org.linli.channels.WebhookRequest;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/// A call to `/webhooks/{channel}/{account}` as it arrived, up to a size that no platform's call comes near.
record WebhookCall(String channel, String account, QueryStringDecoder address, HttpServerRequest request) {

    static final String PREFIX = "/webhooks/";
    static final int MOST_BYTES = 64 * 1024;

    private static final int MOST_PARAMETERS = 64;

    /// One whose address has not exactly these parts is for nobody.
    static WebhookCall of(HttpServerRequest request) {
        var address = new QueryStringDecoder(request.uri(), UTF_8, true, MOST_PARAMETERS, true);
        String[] parts = address.rawPath().substring(PREFIX.length()).split("/", -1);
        return parts.length == 2
                ? new WebhookCall(parts[0], parts[1], address, request)
                : new WebhookCall("", "", address, request);
    }

    /// Signals [WebhookRejected] when it is too large or its address is broken.
    Mono<WebhookRequest> read() {
        return request.receive()
                .collect(ByteArrayOutputStream::new, WebhookCall::append)
                .map(body -> new WebhookRequest(request.method().name(), account, query(), body.toString(UTF_8)));
    }

    private static void append(ByteArrayOutputStream body, ByteBuf part) {
        int length = part.readableBytes();
        if (body.size() + length > MOST_BYTES) {
            throw tooLarge();
        }
        byte[] bytes = new byte[length];
        part.readBytes(bytes);
        body.writeBytes(bytes);
    }

    private Map<String, String> query() {
        try {
            var query = new HashMap<String, String>();
            address.parameters().forEach((name, values) -> query.put(name, values.getFirst()));
            return query;
        } catch (IllegalArgumentException brokenEscape) {
            throw new WebhookRejected(UNREADABLE, "a broken address");
        }
    }

    private static WebhookRejected tooLarge() {
        return new WebhookRejected(TOO_LARGE, "more than " + MOST_BYTES + " bytes");
    }
}
