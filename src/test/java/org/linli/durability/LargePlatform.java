package org.linli.durability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// WeChat for very many, of whom three in a hundred cannot be written to, in four ways; a fifth has no address at all.
/// Counts how often it took a letter for whom.
final class LargePlatform implements AutoCloseable {

    /// What happens to a letter to the person of that number.
    enum Trouble {
        NONE(0, "ACCEPTED"),
        GONE(43004, "FAILED"),
        SHUT(45015, "HELD"),
        REFUSED(87014, "FAILED"),
        /// The line breaks before an answer: it may have arrived.
        CUT(-1, "UNKNOWN"),
        NO_ADDRESS(-1, "NO_ADDRESS");

        private final int code;
        final String fate;

        Trouble(int code, String fate) {
            this.code = code;
            this.fate = fate;
        }

        static Trouble of(int number) {
            return switch (number % 1_000) {
                case 0, 200, 400, 500, 600, 700 -> GONE;
                case 1, 201, 401, 501, 601, 701 -> SHUT;
                case 2, 202, 402, 502, 602, 702 -> REFUSED;
                case 3, 203, 403, 503, 603, 703 -> CUT;
                case 4, 204, 404, 504, 604, 704 -> NO_ADDRESS;
                default -> NONE;
            };
        }
    }

    /// None of the demo's, whose templates would be a second way to those whom the first does not reach.
    static final String ACCOUNT = "town";

    private static final String TAKEN = "{\"errcode\":0,\"errmsg\":\"\"}";
    private static final Pattern TO = Pattern.compile("\"touser\":\"o(\\d+)\"");

    /// How often it took the ordinary notice for the person of that number, and the emergency.
    final Map<Integer, Integer> taken = new ConcurrentHashMap<>();

    final Map<Integer, Integer> urgent = new ConcurrentHashMap<>();
    final AtomicReference<@Nullable Instant> firstUrgent = new AtomicReference<>();
    private final HttpServer api;

    LargePlatform() throws IOException {
        api = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        api.createContext("/cgi-bin/stable_token", it -> say(it, "{\"access_token\":\"T\",\"expires_in\":7200}"));
        api.createContext("/cgi-bin/message/custom/send", this::take);
        api.start();
    }

    List<String> settings() {
        String account = "--linli.channels.wechat.accounts[0].";
        var calls = PlatformUnderLoad.CALLS;
        return List.of(
                account + "id=" + ACCOUNT,
                account + "app-id=" + calls.appId(),
                account + "secret=top-secret",
                account + "token=" + calls.token(),
                account + "encoding-aes-key=" + calls.aesKey(),
                account + "api-base=http://127.0.0.1:" + api.getAddress().getPort(),
                account + "community=lm");
    }

    private void take(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var to = TO.matcher(body);
        int number = to.find() ? Integer.parseInt(to.group(1)) : -1;
        if (body.contains("紧急")) {
            firstUrgent.compareAndSet(null, Instant.now());
            urgent.merge(number, 1, Integer::sum);
            say(call, TAKEN);
        } else {
            takeOrdinary(call, number, Trouble.of(number));
        }
    }

    private void takeOrdinary(HttpExchange call, int number, Trouble trouble) throws IOException {
        if (trouble == Trouble.NONE || trouble == Trouble.CUT) {
            taken.merge(number, 1, Integer::sum);
        }
        if (trouble == Trouble.CUT) {
            call.close();
        } else {
            say(call, "{\"errcode\":%d,\"errmsg\":\"\"}".formatted(trouble.code));
        }
    }

    private static void say(HttpExchange call, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        call.getRequestBody().readAllBytes();
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Override
    public void close() {
        api.stop(0);
    }
}
