package org.linli.inbox;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.channels.Channel;
import org.linli.channels.Delivery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The one door for calls from platforms. What a call said is committed before it is answered; a call that is refused
/// leaves nothing behind but a count.
@Component
class Webhooks {

    private final Map<String, Channel> channels;
    private final KeepDelivery keep;
    private final WebhookAnswers answers;
    private final NoteWebhooks notes;

    Webhooks(ObjectProvider<Channel> channels, KeepDelivery keep, WebhookAnswers answers, NoteWebhooks notes) {
        this.channels = channels.stream().collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
        this.keep = keep;
        this.answers = answers;
        this.notes = notes;
    }

    /// Never empty and never an error.
    Mono<WebhookAnswer> receive(WebhookCall call) {
        Channel channel = channels.get(call.channel());
        return channel == null
                ? Mono.fromSupplier(answers::unknownChannel)
                : call.read()
                        .flatMap(channel::receive)
                        .flatMap(delivery -> notes.of(channel, call, delivery, answer(channel, delivery)))
                        .onErrorResume(error -> Mono.just(answers.refused(channel, error)));
    }

    private Mono<WebhookAnswer> answer(Channel channel, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Handshake it -> Mono.just(answers.acknowledged(channel, "handshake", it));
            case Delivery.Ignored it -> Mono.just(answers.acknowledged(channel, "ignored", it));
            case Delivery.Messages it -> keep.keep(channel, it);
        };
    }
}
