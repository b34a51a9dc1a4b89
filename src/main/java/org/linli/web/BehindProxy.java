package org.linli.web;

import io.netty.handler.codec.http.HttpRequest;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.ConnectionInfo;
import reactor.netty.http.server.HttpServer;
import reactor.netty.transport.AddressUtils;

/// Takes from a proxy who asks, how and for which host; where settings say that there is one
/// (`server.forward-headers-strategy`).
///
/// Only from `X-Forwarded-For`, `-Proto` and `-Host`, which Caddy and nginx write themselves. The server would rather
/// believe `Forwarded`, and `-Port` and `-Prefix` too: those pass through both as anybody sent them, who would then
/// choose the address by which we count.
@Component
class BehindProxy implements NettyServerCustomizer {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Override
    public HttpServer apply(HttpServer server) {
        return server.configuration().isForwarded() ? server.forwarded(BehindProxy::told) : server;
    }

    private static ConnectionInfo told(ConnectionInfo direct, HttpRequest request) {
        var scheme = first(request, "X-Forwarded-Proto").filter(SCHEMES::contains);
        var whence = first(request, "X-Forwarded-For").map(it -> whence(it, direct));
        var by = scheme.map(direct::withScheme).orElse(direct);
        var from = whence.map(by::withRemoteAddress).orElse(by);
        return first(request, "X-Forwarded-Host").map(it -> to(from, it)).orElse(from);
    }

    /// What the outermost proxy wrote.
    private static Optional<String> first(HttpRequest request, String header) {
        return Optional.ofNullable(request.headers().get(header))
                .map(it -> it.split(",", 2)[0].strip())
                .filter(it -> !it.isEmpty());
    }

    private static InetSocketAddress whence(String address, ConnectionInfo direct) {
        var connected = direct.getRemoteAddress();
        return AddressUtils.parseAddress(address, connected == null ? 0 : connected.getPort());
    }

    private static ConnectionInfo to(ConnectionInfo info, String host) {
        var address = AddressUtils.parseAddress(host, ConnectionInfo.getDefaultHostPort(info.getScheme()));
        return info.withHostAddress(address);
    }
}
