package org.linli.durability;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A Redis Cluster by this machine's redis-server. Without replicas: a share of the keys goes with a node.
public final class RedisCluster implements AutoCloseable {

    /// Nodes talk to each other on a port this much higher.
    private static final int BUS = 10_000;

    private final List<Integer> ports = new ArrayList<>();
    private final List<Process> nodes = new ArrayList<>();
    private final Path folder;

    /// Below those that the system gives out by itself, so that the second port of a node is free as well.
    private int next = 20_000;

    public RedisCluster(int size) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/redis-server")), "apt-get install redis-server");
        folder = Files.createTempDirectory(Path.of("target"), "redis-cluster").toAbsolutePath();
        for (int i = 0; i < size; i++) {
            ports.add(freePort());
            nodes.add(launch(i));
        }
        for (int i = 0; i < size; i++) {
            int port = ports.get(i);
            await().until(() -> cli(port, "ping").contains("PONG"));
            cli(port, "cluster", "addslotsrange", "" + i * 16_384 / size, "" + ((i + 1) * 16_384 / size - 1));
            cli(port, "cluster", "set-config-epoch", "" + (i + 1));
            cli(port, "cluster", "meet", "127.0.0.1", "" + ports.getFirst());
        }
        awaitWhole();
    }

    /// Until every node knows all others and serves its share.
    void awaitWhole() {
        await().atMost(Duration.ofMinutes(1)).until(() -> ports.stream().allMatch(this::isWhole));
    }

    private boolean isWhole(int port) {
        String info = asked(port, "cluster", "info");
        return info.contains("cluster_state:ok")
                && info.contains("cluster_known_nodes:" + ports.size())
                && info.contains("cluster_slots_ok:16384");
    }

    /// As `LINLI_REDIS_URL` takes it.
    public String url() {
        return ports.stream().map(it -> "127.0.0.1:" + it).collect(Collectors.joining(",", "redis-cluster://", ""));
    }

    long keys() throws IOException {
        long all = 0;
        for (int port : ports) {
            all += Long.parseLong(cli(port, "dbsize").replaceAll("\\D", ""));
        }
        return all;
    }

    void killAndStartAgain(int node, Duration away) throws IOException {
        nodes.get(node).destroyForcibly().onExit().join();
        LinliProcess.pause(away);
        nodes.set(node, launch(node));
    }

    private Process launch(int node) throws IOException {
        Path own = Files.createDirectories(folder.resolve("" + node));
        return new ProcessBuilder(
                        "/usr/bin/redis-server",
                        "--port",
                        "" + ports.get(node),
                        "--bind",
                        "127.0.0.1",
                        "--cluster-enabled",
                        "yes",
                        "--cluster-node-timeout",
                        "2000",
                        "--cluster-require-full-coverage",
                        "no",
                        "--save",
                        "",
                        "--dir",
                        own.toString())
                .redirectErrorStream(true)
                .redirectOutput(own.resolve("log").toFile())
                .start();
    }

    private static String asked(int port, String... words) {
        try {
            return cli(port, words);
        } catch (IOException notYet) {
            return "";
        }
    }

    private static String cli(int port, String... words) throws IOException {
        var command = new ArrayList<>(List.of("redis-cli", "-p", "" + port));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private int freePort() {
        while (!isFree(next) || !isFree(next + BUS)) {
            next++;
        }
        return next++;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    @Override
    public void close() {
        nodes.forEach(it -> it.destroyForcibly().onExit().join());
    }
}
