package org.linli.durability;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.linli.polls.Seals;

/// Voters with a link of their own, who tap again when nothing happens. One in ten taps twice at once, one in ten
/// changes the ballot and then sends the former one again, one in twenty gives up at the first failure.
final class Ballots {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 64;
    private static final int CHOICES = 5;

    /// What each voter was told to be taken last, by the voter's number.
    final Map<Integer, Integer> accepted = new ConcurrentHashMap<>();

    /// Who gave up without an answer: what became of it nobody has promised.
    final ConcurrentSkipListSet<Integer> unknown = new ConcurrentSkipListSet<>();

    final AtomicLong answers = new AtomicLong();

    private final Supplier<URI> replica;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .cookieHandler(new CookieManager())
            .build();
    private final Semaphore lines = new Semaphore(AT_ONCE);
    private final String token;

    /// @param replica of which none may be down yet
    Ballots(Supplier<URI> replica) throws IOException, InterruptedException {
        this.replica = replica;
        var page = client.send(HttpRequest.newBuilder(paper(replica.get(), 1)).build(), BodyHandlers.ofString());
        var found = TOKEN.matcher(page.body());
        if (!found.find()) {
            throw new IllegalStateException("no ballot paper: " + page.statusCode());
        }
        this.token = found.group(1);
    }

    /// The end of a voter's link.
    static String ticket(int voter) {
        return Seals.hashed("voter " + voter).substring(0, 40);
    }

    private static URI paper(URI base, int voter) {
        return base.resolve("/vote/lm/1/" + ticket(voter));
    }

    void cast(int voters) {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.rangeClosed(1, voters).forEach(voter -> {
                lines.acquireUninterruptibly();
                people.execute(() -> {
                    try {
                        vote(voter);
                    } finally {
                        lines.release();
                    }
                });
            });
        }
    }

    private void vote(int voter) {
        int first = 1 + voter % CHOICES;
        if (voter % 10 == 3) {
            Thread twin = Thread.startVirtualThread(() -> send(voter, first, "first"));
            send(voter, first, "first");
            joined(twin);
        }
        if (voter % 20 == 7) {
            take(voter, first, send(voter, first, "first"));
            return;
        }
        take(voter, first, persist(voter, first, "first"));
        if (voter % 10 == 5) {
            int second = 1 + (voter + 1) % CHOICES;
            take(voter, second, persist(voter, second, "second"));
            persist(voter, first, "first");
        }
    }

    private void take(int voter, int choice, boolean taken) {
        if (taken) {
            accepted.put(voter, choice);
        } else {
            unknown.add(voter);
        }
    }

    private boolean persist(int voter, int choice, String attempt) {
        for (int i = 0; i < 400; i++) {
            if (send(voter, choice, attempt)) {
                return true;
            }
            LinliProcess.pause(Duration.ofMillis(ThreadLocalRandom.current().nextInt(100, 1_000)));
        }
        return false;
    }

    /// Whether it was taken.
    private boolean send(int voter, int choice, String attempt) {
        String form = "choice=%d&send=attempt-%s-%d&_csrf=%s"
                .formatted(choice, attempt, voter, URLEncoder.encode(token, StandardCharsets.UTF_8));
        var call = HttpRequest.newBuilder(paper(replica.get(), voter))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var answer = client.send(call, BodyHandlers.discarding());
            answers.incrementAndGet();
            return answer.statusCode() / 100 == 3;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void joined(Thread twin) {
        try {
            twin.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
