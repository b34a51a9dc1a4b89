package org.linli.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.linli.channels.Channel;
import org.linli.channels.Delivery;
import org.linli.channels.Reply;
import org.linli.channels.WebhookRejected;
import org.linli.platform.jobs.OnceASecond;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// What platforms get back, and the count of it: `linli.webhooks` by channel and outcome.
@Component
class WebhookAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookAnswers.class);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int BROKEN = 500;
    private static final int NOT_NOW = 503;

    private final OnceASecond notKept = new OnceASecond();
    private final MeterRegistry meters;

    WebhookAnswers(MeterRegistry meters) {
        this.meters = meters;
    }

    Mono<ServerResponse> acknowledged(Channel channel, String outcome, Delivery delivery) {
        return counted(channel.id().value(), outcome, OK, delivery.acknowledgement(), Mono.empty());
    }

    /// @param afterwards runs when the platform has taken the answer
    Mono<ServerResponse> answered(Channel channel, Reply answer, Mono<Void> afterwards) {
        return counted(channel.id().value(), "answered", OK, answer, afterwards);
    }

    Mono<ServerResponse> unknownChannel() {
        return refused("unknown", "unknown_channel", NOT_FOUND);
    }

    Mono<ServerResponse> refused(Channel channel, Throwable error) {
        String id = channel.id().value();
        if (error instanceof WebhookRejected rejected) {
            LOG.debug("a call for {} is refused: {}", id, rejected.getMessage());
            return refused(
                    id,
                    rejected.reason().name().toLowerCase(Locale.ROOT),
                    rejected.reason().status());
        }
        LOG.error(
                "a call for {} could not be read, the platform may try again: {}",
                id,
                error.getClass().getName());
        return refused(id, "broken", BROKEN);
    }

    /// What the call said is not stored, so it is not acknowledged: the platform will call again.
    Mono<ServerResponse> notKept(Channel channel, Throwable error) {
        notKept.happened(times -> LOG.warn(
                "{} messages, the last of {}, could not be kept, the platform may try again: {}",
                times,
                channel.id(),
                error.getClass().getName()));
        return refused(channel.id().value(), "not_kept", NOT_NOW);
    }

    private Mono<ServerResponse> refused(String channel, String outcome, int status) {
        return counted(channel, outcome, status, Reply.text(outcome.replace('_', ' ')), Mono.empty());
    }

    private Mono<ServerResponse> counted(
            String channel, String outcome, int status, Reply reply, Mono<Void> afterwards) {
        meters.counter("linli.webhooks", "channel", channel, "outcome", outcome).increment();
        return ServerResponse.status(status)
                .header(HttpHeaders.CONTENT_TYPE, reply.contentType())
                .build((exchange, _) -> write(exchange.getResponse(), reply).then(afterwards));
    }

    private static Mono<Void> write(ServerHttpResponse response, Reply reply) {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
