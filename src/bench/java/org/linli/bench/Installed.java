package org.linli.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.linli.platform.embedded.TestServers;

/// How fast and how small an installation is that `deploy/prepare` made, on a database and a Redis of their own.
///
/// @param ready seconds from the start until it takes calls
/// @param rest  after [#REST_SECONDS] in which nobody called
record Installed(double ready, Memory rest) {

    private static final Path FOLDER = Path.of("target", "installed").toAbsolutePath();
    private static final int TIMES = 3;
    static final int REST_SECONDS = 20;

    /// The first start makes the tables; later ones are those that count.
    private static final String DATABASE = TestServers.newDatabase();

    /// The start in the middle, by time, of those that count.
    static Installed measure() throws IOException, InterruptedException {
        prepare();
        start();
        var starts = new ArrayList<Installed>();
        for (int i = 0; i < TIMES; i++) {
            starts.add(start());
        }
        starts.sort(Comparator.comparingDouble(Installed::ready));
        return starts.get(TIMES / 2);
    }

    private static void prepare() throws IOException, InterruptedException {
        var builder = new ProcessBuilder("deploy/prepare", "target/linli.jar", FOLDER.toString()).inheritIO();
        builder.environment().put("JAVA", Child.java("java").toString());
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException("deploy/prepare failed");
        }
    }

    private static Installed start() throws IOException, InterruptedException {
        int port = Child.freePort();
        long begun = System.nanoTime();
        var program = start(port);
        try {
            while (!isReady(port)) {
                Thread.sleep(10);
            }
            double ready = (System.nanoTime() - begun) / 1e9;
            Thread.sleep(REST_SECONDS * 1_000L);
            return new Installed(ready, Memory.of(program.pid(), List.of()));
        } finally {
            program.destroy();
            program.waitFor();
        }
    }

    private static Process start(int port) throws IOException {
        var builder = new ProcessBuilder(Child.java("java").toString(), "@jvm.options", "-jar", "linli.jar")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "installed.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT", "" + port,
                        "LINLI_DEMO", "false",
                        "LINLI_UNDERSTANDING_CACHE", FOLDER.resolve("models").toString(),
                        "LINLI_DATABASE_URL", DATABASE,
                        "LINLI_REDIS_URL", TestServers.redis()));
        return builder.start();
    }

    private static boolean isReady(int port) throws IOException {
        var call = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness").toURL().openConnection();
        try {
            return call.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
