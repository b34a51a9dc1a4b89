package org.linli.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/// Somebody who has signed in and looks at one page after the other.
final class DeskVisitor {

    static final String PASSWORD = "bench-correct-horse";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final long LONGEST = 60_000_000_000L;

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;

    DeskVisitor(int port, String staff) throws IOException, InterruptedException {
        base = "http://localhost:" + port;
        var token = TOKEN.matcher(send(request("/sign-in").build()).body());
        if (!token.find()) {
            throw new IllegalStateException("the page of signing in has no token");
        }
        String form = "username=" + staff + "&password=" + PASSWORD + "&_csrf=" + token.group(1);
        send(request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /// Nanoseconds from the call to the last byte; a case that is not there yet is a page too.
    Histogram look(String page, int times) throws IOException, InterruptedException {
        var taken = new Histogram(LONGEST, 3);
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            var answer = send(request(page).build());
            taken.recordValue(System.nanoTime() - start);
            if (answer.statusCode() != 200 && answer.statusCode() != 404) {
                throw new IllegalStateException(page + " answered " + answer.statusCode());
            }
        }
        return taken;
    }

    private HttpRequest.Builder request(String page) {
        int query = page.indexOf("text=");
        String address = query < 0
                ? page
                : page.substring(0, query + 5) + URLEncoder.encode(page.substring(query + 5), StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(base + address)).header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
