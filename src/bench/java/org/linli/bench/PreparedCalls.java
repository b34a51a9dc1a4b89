package org.linli.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.wechat.WechatCalls;

/// Signed and encrypted calls, each from another person and with another id, as the bytes that go over the wire: what
/// they cost is spent before anything is measured.
final class PreparedCalls {

    private final byte[][] requests;
    private final boolean again;
    private final AtomicInteger next = new AtomicInteger();

    private PreparedCalls(byte[][] requests, boolean again) {
        this.requests = requests;
        this.again = again;
    }

    /// @param run  keeps the people and ids of one measurement apart from those of another
    /// @param text what the n-th person writes
    static PreparedCalls of(int count, int run, IntFunction<String> text) {
        return of(count, i -> wechat(run, i, text.apply(i)));
    }

    /// @param request the n-th, as [#post] writes it
    static PreparedCalls of(int count, IntFunction<byte[]> request) {
        var requests = IntStream.range(0, count).parallel().mapToObj(request).toArray(byte[][]::new);
        return new PreparedCalls(requests, false);
    }

    /// The same ones over and over, for a server that does not look at them.
    PreparedCalls overAndOver() {
        return new PreparedCalls(requests, true);
    }

    /// `null` when all are used up.
    byte @Nullable [] next() {
        int at = next.getAndIncrement();
        if (again) {
            return requests[Math.floorMod(at, requests.length)];
        }
        return at < requests.length ? requests[at] : null;
    }

    boolean isUsedUp() {
        return !again && next.get() >= requests.length;
    }

    static String openid(int run, int person) {
        return "o%02d_%020d".formatted(run, person);
    }

    static byte[] wechat(int run, int i, String text) {
        return wechat(run, i, openid(run, i), text);
    }

    /// @param i of the message
    static byte[] wechat(int run, int i, String openid, String text) {
        String id = Long.toString(24_000_000_000_000_000L + run * 10_000_000L + i);
        var call = WechatCalls.DEMO.safe(WechatCalls.textNow(openid, id, text));
        return post(call.path(), "text/xml", "", call.body());
    }

    /// @param cookie `name=value`; empty for none
    static byte[] post(String path, String type, String cookie, String text) {
        byte[] body = text.getBytes(UTF_8);
        byte[] head = """
                POST %s HTTP/1.1\r
                Host: 127.0.0.1\r
                User-Agent: Mozilla/4.0\r
                Content-Type: %s\r
                %sContent-Length: %d\r
                \r
                """.formatted(path, type, cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n", body.length)
                .getBytes(US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }
}
