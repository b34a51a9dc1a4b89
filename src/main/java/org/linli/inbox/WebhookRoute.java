package org.linli.inbox;

import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_SECURITY_POLICY;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_TYPE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/// Where platforms call: a route of the server itself, before everything that is there for browsers.
///
/// Platforms have no session, no form and no token of ours, each channel proves its calls by their signature; what
/// pages need would cost a call more than reading it does. Should a browser call all the same, it is told to show
/// nothing.
@Component
class WebhookRoute implements NettyRouteProvider {

    private final Webhooks webhooks;

    WebhookRoute(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public HttpServerRoutes apply(HttpServerRoutes routes) {
        return routes.route(call -> call.uri().startsWith(WebhookCall.PREFIX), this::receive);
    }

    private Mono<Void> receive(HttpServerRequest call, HttpServerResponse response) {
        return webhooks.receive(WebhookCall.of(call)).flatMap(answer -> write(answer, call, response));
    }

    private static Mono<Void> write(WebhookAnswer answer, HttpServerRequest call, HttpServerResponse response) {
        byte[] body = answer.reply().body().getBytes(UTF_8);
        if ("https".equals(call.scheme())) {
            response.header("strict-transport-security", "max-age=31536000; includeSubDomains");
        }
        return response.status(answer.status())
                .header("x-content-type-options", "nosniff")
                .header(CONTENT_SECURITY_POLICY, "default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
                .header(CONTENT_TYPE, answer.reply().contentType())
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .then()
                .then(answer.afterwards());
    }
}
