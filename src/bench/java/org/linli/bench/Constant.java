package org.linli.bench;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/// Reactor Netty reading a call and answering a constant: as fast as anything on this machine could be.
public final class Constant {

    private Constant() {}

    /// @param args the port
    public static void main(String[] args) {
        HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(args[0]))
                .handle((request, response) -> request.receive()
                        .then(Mono.defer(() -> response.header("content-length", "7")
                                .sendString(Mono.just("success"))
                                .then())))
                .bindNow(Duration.ofSeconds(30))
                .onDispose()
                .block();
    }
}
