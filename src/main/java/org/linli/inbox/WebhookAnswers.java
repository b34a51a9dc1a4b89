package org.linli.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.channels.Channel;
import org.linli.channels.Delivery;
import org.linli.channels.Reply;
import org.linli.channels.WebhookRejected;
import org.linli.platform.jobs.OnceASecond;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
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
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    WebhookAnswers(MeterRegistry meters) {
        this.meters = meters;
    }

    WebhookAnswer acknowledged(Channel channel, String outcome, Delivery delivery) {
        return counted(channel.id().value(), outcome, new WebhookAnswer(OK, delivery.acknowledgement()));
    }

    /// @param afterwards runs when the platform has taken the answer
    WebhookAnswer answered(Channel channel, Reply answer, Mono<Void> afterwards) {
        return counted(channel.id().value(), "answered", new WebhookAnswer(OK, answer, afterwards));
    }

    WebhookAnswer unknownChannel() {
        return refused("unknown", "unknown_channel", NOT_FOUND);
    }

    WebhookAnswer refused(Channel channel, Throwable error) {
        String id = channel.id().value();
        if (error instanceof WebhookRejected rejected) {
            LOG.debug("a call for {} is refused: {}", id, rejected.getMessage());
            return refused(
                    id,
                    rejected.reason().name().toLowerCase(Locale.ROOT),
                    rejected.reason().status());
        }
        LOG.error("a call for {} could not be read, the platform may try again: {}", id, Failed.briefly(error));
        return refused(id, "broken", BROKEN);
    }

    /// What the call said is not stored, so it is not acknowledged: the platform will call again.
    WebhookAnswer notKept(Channel channel, Throwable error) {
        notKept.happened(times -> LOG.warn(
                "{} messages, the last of {}, could not be kept, the platform may try again: {}",
                times,
                channel.id(),
                Failed.briefly(error)));
        return refused(channel.id().value(), "not_kept", NOT_NOW);
    }

    private WebhookAnswer refused(String channel, String outcome, int status) {
        return counted(channel, outcome, new WebhookAnswer(status, Reply.text(outcome.replace('_', ' '))));
    }

    private WebhookAnswer counted(String channel, String outcome, WebhookAnswer answer) {
        counters.computeIfAbsent(channel + ' ' + outcome, _ -> counter(channel, outcome))
                .increment();
        return answer;
    }

    private Counter counter(String channel, String outcome) {
        return meters.counter("linli.webhooks", "channel", channel, "outcome", outcome);
    }
}
