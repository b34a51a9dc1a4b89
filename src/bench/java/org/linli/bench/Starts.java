package org.linli.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.linli.channels.wechat.WechatCalls;

/// How long somebody waits who starts the service for the first time.
///
/// @param port   seconds until calls are taken
/// @param answer seconds until the first message is answered; negative when none came
record Starts(double port, double answer) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// @param number which start on this data it is
    static Starts measure(Servers servers, StandInPlatform platform, int number) throws IOException, InterruptedException {
        int port = Child.freePort();
        long letters = platform.letters();
        long begin = System.nanoTime();
        try (var child = servers.startDemo(port)) {
            child.awaitPort(port);
            double listening = since(begin);
            boolean passive = write(port, number).startsWith("<");
            boolean answered = passive || letterComes(platform, letters);
            return new Starts(listening, answered ? since(begin) : -1);
        }
    }

    private static String write(int port, int number) throws IOException, InterruptedException {
        var call = WechatCalls.DEMO.safe(WechatCalls.text("o_first_" + number, "990000" + number, Texts.of(number)));
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + call.path()))
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.ofString(call.body()))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    /// An answer that was not ready in time comes as a letter.
    private static boolean letterComes(StandInPlatform platform, long before) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (platform.letters() == before && System.nanoTime() < until) {
            Thread.sleep(10);
        }
        return platform.letters() > before;
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
