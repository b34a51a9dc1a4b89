package org.linli.standin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Calls our program as a platform does, and again when it does not answer in time or not with 200.
///
/// Blocks as long as the program takes.
public final class CallUs {

    private final String platform;
    private final Supplier<URI> program;
    private final Exchanges exchanges;
    private final Duration patience;
    private final int tries;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    /// @param program  where our program is, once it is there
    /// @param patience how long the platform waits for an answer
    /// @param tries    how often it calls in all
    public CallUs(String platform, Supplier<URI> program, Exchanges exchanges, Duration patience, int tries) {
        this.platform = platform;
        this.program = program;
        this.exchanges = exchanges;
        this.patience = patience;
        this.tries = tries;
    }

    /// @param path  with its query
    /// @param type  of the body
    /// @param plain what the body says, for whoever looks on
    /// @param open  reads the body of the answer, for whoever looks on
    public record Callback(String path, String type, String body, String plain, UnaryOperator<String> open) {}

    /// @return what the answer says; empty where none came
    public String with(Callback callback) {
        for (int i = 0; i < tries; i++) {
            String answer = once(callback);
            if (answer != null) {
                return answer;
            }
        }
        return "";
    }

    private @Nullable String once(Callback callback) {
        Instant begun = exchanges.now();
        try {
            var response = http.send(request(callback), BodyHandlers.ofString());
            String answer = opened(callback, response.body());
            keep(begun, callback, response.statusCode(), answer);
            return response.statusCode() == 200 ? answer : null;
        } catch (IOException noAnswer) {
            keep(begun, callback, 0, noAnswer.getClass().getSimpleName());
            return null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private HttpRequest request(Callback callback) {
        return HttpRequest.newBuilder(program.get().resolve(callback.path()))
                .timeout(patience)
                .header("Content-Type", callback.type())
                .POST(HttpRequest.BodyPublishers.ofString(callback.body()))
                .build();
    }

    private static String opened(Callback callback, String body) {
        try {
            return callback.open().apply(body);
        } catch (IllegalArgumentException notAsExpected) {
            return body;
        }
    }

    private void keep(Instant begun, Callback callback, int status, String answer) {
        exchanges.add(begun, platform, false, "POST " + callback.path(), callback.plain(), status, answer);
    }
}
