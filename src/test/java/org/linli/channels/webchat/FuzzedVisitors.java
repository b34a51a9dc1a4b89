package org.linli.channels.webchat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.util.List;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

/// Who has a talk open, and what they have seen of it: cookies, which Netty takes apart, and `Last-Event-ID`.
public final class FuzzedVisitors {

    private static final Visitors VISITORS = new Visitors();

    private FuzzedVisitors() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of(
                (Visitors.COOKIE + "=" + "A".repeat(32) + "; XSRF-TOKEN=x").getBytes(UTF_8),
                "42".getBytes(UTF_8),
                "999999999999999999".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        var request = MockServerHttpRequest.get("/chat");
        ServerCookieDecoder.STRICT.decodeAll(text).forEach(it -> request.cookie(new HttpCookie(it.name(), it.value())));
        request.cookie(new HttpCookie(Visitors.COOKIE, text));
        VISITORS.id(request.build()).filter(it -> !it.matches("v-[0-9a-f]{24}")).ifPresent(it -> {
            throw new AssertionError("a visitor of another form");
        });
        if (Talk.last(text, null) < -1) {
            throw new AssertionError("seen before anything was said");
        }
    }
}
