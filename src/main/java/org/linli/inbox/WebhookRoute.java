package org.linli.inbox;

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
/// pages need would cost a call more than reading it does.
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
        return webhooks.receive(WebhookCall.of(call)).flatMap(answer -> write(answer, response));
    }

    private static Mono<Void> write(WebhookAnswer answer, HttpServerResponse response) {
        byte[] body = answer.reply().body().getBytes(UTF_8);
        return response.status(answer.status())
                .header(CONTENT_TYPE, answer.reply().contentType())
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .then()
                .then(answer.afterwards());
    }
}
