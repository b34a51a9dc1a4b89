package org.linli.platform.embedded;

import java.nio.file.Path;

/// A program of its own that starts the embedded servers and waits to be killed.
final class HoldServers {

    private HoldServers() {}

    public static void main(String[] folder) throws InterruptedException {
        try (var servers = new Servers(new ServersProperties(Path.of(folder[0]), "", ""))) {
            System.out.println("up " + servers.database().port());
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
