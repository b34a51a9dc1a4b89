package org.linli.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Channel;
import org.linli.channels.Delivery;
import org.linli.channels.Inbound;
import org.linli.channels.Outbound;
import org.linli.channels.PassiveReplyWritten;
import org.linli.channels.Reply;
import org.linli.platform.traces.MessageInLog;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps what a call said, then acknowledges it, or answers it where the platform takes an answer in its response and
/// there is one in time.
@Component
class KeepDelivery {

    private final Inbox inbox;
    private final PassiveAnswers calls;
    private final WorkOnArrival workers;
    private final WrittenReplies written;
    private final WebhookAnswers answers;
    private final Clock clock;

    KeepDelivery(
            Inbox inbox,
            PassiveAnswers calls,
            WorkOnArrival workers,
            WrittenReplies written,
            WebhookAnswers answers,
            Clock clock) {
        this.inbox = inbox;
        this.calls = calls;
        this.workers = workers;
        this.written = written;
        this.answers = answers;
        this.clock = clock;
    }

    /// Never empty and never an error: what could not be kept is not acknowledged.
    Mono<WebhookAnswer> keep(Channel channel, Delivery.Messages delivery) {
        var reply = delivery.passiveReply();
        Instant until = passiveUntil(channel, delivery);
        return (reply == null || until == null
                        ? acknowledge(channel, delivery)
                        : answer(channel, delivery, until, reply))
                .onErrorResume(error -> Mono.just(answers.notKept(channel, error)));
    }

    private Mono<WebhookAnswer> acknowledge(Channel channel, Delivery.Messages delivery) {
        return repeated(delivery.messages())
                .map(repeated -> answers.acknowledged(channel, repeated ? "repeated" : "kept", delivery));
    }

    /// Mostly it is one message, for which a stream would be a long way round.
    private Mono<Boolean> repeated(List<Inbound> messages) {
        return messages.size() == 1
                ? inbox.keep(messages.getFirst(), null).map(kept -> !kept.fresh())
                : Flux.fromIterable(messages)
                        .concatMap(it -> inbox.keep(it, null))
                        .reduce(false, (repeated, kept) -> repeated || !kept.fresh());
    }

    private Mono<WebhookAnswer> answer(
            Channel channel, Delivery.Messages delivery, Instant until, Function<Outbound, Reply> reply) {
        Inbound message = delivery.messages().getFirst();
        return inbox.keep(message, until)
                .flatMap(kept -> MessageInLog.about(kept.community(), kept.id(), () -> calls.await(kept)))
                .map(answer -> answers.answered(
                        channel,
                        reply.apply(answer),
                        written.add(new PassiveReplyWritten(message.community(), answer.key()), clock.instant())))
                .switchIfEmpty(Mono.fromSupplier(() -> answers.acknowledged(channel, "kept", delivery)));
    }

    /// Where nobody answers, no call waits for an answer.
    private @Nullable Instant passiveUntil(Channel channel, Delivery.Messages delivery) {
        boolean may = delivery.messages().size() == 1
                && channel.limits().passiveBudget().isPositive()
                && workers.isPossible();
        return may ? clock.instant().plus(channel.limits().passiveBudget()) : null;
    }
}
