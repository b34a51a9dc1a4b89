package org.linli.durability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.channels.wechat.WechatCalls;

/// WeChat with many people who write: signed calls with its rule for trying again, and the interface by which answers
/// are sent later. Remembers which message was taken and which answers it saw.
final class PlatformUnderLoad implements AutoCloseable {

    static final WechatCalls CALLS = WechatCalls.DEMO;

    /// "no answer in 5 s: the connection is cut and the message resent, three times in all"
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CALLS_A_MESSAGE = 4;

    final Set<String> taken = ConcurrentHashMap.newKeySet();
    final Map<String, List<String>> answers = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final HttpServer api;
    private final Crowd crowd;
    private final WechatCalls calls;

    PlatformUnderLoad(Crowd crowd) throws IOException {
        this(crowd, CALLS);
    }

    /// @param calls those of the account to which the crowd writes
    PlatformUnderLoad(Crowd crowd, WechatCalls calls) throws IOException {
        this.crowd = crowd;
        this.calls = calls;
        api = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        api.createContext("/cgi-bin/stable_token", it -> say(it, "{\"access_token\":\"T\",\"expires_in\":7200}"));
        api.createContext("/cgi-bin/message/custom/send", it -> {
            heard("api", new String(it.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            say(it, "{\"errcode\":0,\"errmsg\":\"ok\"}");
        });
        api.start();
    }

    List<String> settings(String community) {
        return settings(0, community);
    }

    /// @param number of the account among those of the program, from 0
    List<String> settings(int number, String community) {
        String account = "--linli.channels.wechat.accounts[%d].".formatted(number);
        return List.of(
                account + "id=" + calls.account(),
                account + "app-id=" + calls.appId(),
                account + "secret=top-secret",
                account + "token=" + calls.token(),
                account + "encoding-aes-key=" + calls.aesKey(),
                account + "api-base=http://127.0.0.1:" + api.getAddress().getPort(),
                account + "community=" + community);
    }

    /// Blocks until each message was taken or given up. People begin to write only while `open` says so.
    void write(URI service, int messages, int abreast, Duration pace, BooleanSupplier open) {
        write(() -> service, messages, abreast, pace, open);
    }

    /// @param service asked for each call, as something that balances load would choose
    void write(Supplier<URI> service, int messages, int abreast, Duration pace, BooleanSupplier open) {
        var left = new AtomicInteger(messages);
        writeWhile(service, abreast, pace, () -> {
            while (!open.getAsBoolean()) {
                LinliProcess.pause(Duration.ofMillis(20));
            }
            return left.getAndDecrement() > 0;
        });
    }

    /// Blocks until nobody goes on writing, and each message was taken or given up.
    ///
    /// @return how many were written
    int writeWhile(Supplier<URI> service, int abreast, Duration pace, BooleanSupplier goesOn) {
        var places = new Semaphore(abreast);
        int written = 0;
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (; goesOn.getAsBoolean(); written++) {
                LinliProcess.pause(pace);
                places.acquireUninterruptibly();
                int number = written;
                var _ = people.submit(() -> {
                    try {
                        deliver(service, number);
                    } finally {
                        places.release();
                    }
                });
            }
        }
        return written;
    }

    private void deliver(Supplier<URI> service, int number) {
        String message = "m" + number;
        String body = crowd.body(number);
        for (int call = 0; call < CALLS_A_MESSAGE; call++) {
            long begun = System.nanoTime();
            if (isTaken(service.get(), calls.safe(body), message)) {
                return;
            }
            LinliProcess.pause(PATIENCE.minusNanos(System.nanoTime() - begun));
        }
    }

    private boolean isTaken(URI service, WechatCalls.Call call, String message) {
        var request = HttpRequest.newBuilder(service.resolve(call.path()))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(call.body()))
                .build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            boolean ok = response.statusCode() == 200;
            if (ok) {
                taken.add(message);
                heardInResponse(response.body());
            }
            return ok;
        } catch (IOException cut) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void heardInResponse(String body) {
        Matcher cipher = Pattern.compile("<Encrypt><!\\[CDATA\\[(.+?)]]>").matcher(body);
        if (cipher.find()) {
            heard("response", calls.decrypt(cipher.group(1)));
        }
    }

    private void heard(String way, String words) {
        Matcher answer = crowd.answer().matcher(words);
        if (answer.find()) {
            answers.computeIfAbsent(answer.group(1), _ -> new CopyOnWriteArrayList<>())
                    .add(way);
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
        client.shutdownNow();
    }
}
