package org.linli.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.channels.Channel;
import org.linli.channels.Outbound;
import org.linli.channels.SendFailure;
import org.linli.channels.SendFailure.Reason;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// One attempt at one letter: renders it, cuts it to what the channel carries, hands the parts over in order.
@Component
class SendLetter {

    private static final Duration LIMIT_A_PART = Duration.ofSeconds(15);

    /// Shorter than the lease: nobody sends what others hold for lost.
    private static final Duration LIMIT = LetterQueue.LEASE.minusSeconds(15);

    private final Map<String, Channel> channels;
    private final RenderLetters render;

    SendLetter(ObjectProvider<Channel> channels, RenderLetters render) {
        this.channels = channels.stream().collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
        this.render = render;
    }

    /// Never empty, never an error: a failure is an outcome.
    Mono<Outcome> send(ClaimedLetter claimed) {
        Channel channel = channels.get(claimed.letter().to().channel().value());
        if (channel == null) {
            return Mono.just(new Outcome.Failed(Reason.MISCONFIGURED.name(), claimed.partsSent()));
        }
        return Mono.fromSupplier(() -> SplitText.split(render.render(claimed.letter()), channel.limits()))
                .flatMap(parts -> sendParts(channel, parts, claimed))
                .onErrorResume(
                        LetterNotRendered.class, _ -> Mono.just(new Outcome.Failed("NO_WORDS", claimed.partsSent())));
    }

    private static Mono<Outcome> sendParts(Channel channel, List<Outbound> parts, ClaimedLetter claimed) {
        int before = Math.min(claimed.partsSent(), parts.size() - 1);
        return Flux.fromIterable(parts.subList(before, parts.size()))
                .index()
                .concatMap(part ->
                        sendPart(channel, part.getT2(), before + part.getT1().intValue(), claimed.attempt()))
                .takeUntil(outcome -> !(outcome instanceof Outcome.Sent))
                .last()
                .timeout(LIMIT, Mono.just(new Outcome.Unknown("TIMEOUT", claimed.partsSent())));
    }

    private static Mono<Outcome> sendPart(Channel channel, Outbound part, int sentBefore, int attempt) {
        return Mono.defer(() -> channel.send(part))
                .timeout(LIMIT_A_PART)
                .<Outcome>map(receipt -> new Outcome.Sent(receipt.platformId(), sentBefore + 1))
                .onErrorResume(error -> Mono.just(failed(error, sentBefore, attempt)));
    }

    private static Outcome failed(Throwable error, int sentBefore, int attempt) {
        if (!(error instanceof SendFailure failure) || failure.reason() == Reason.UNCERTAIN) {
            String why = error instanceof TimeoutException ? "TIMEOUT" : Reason.UNCERTAIN.name();
            return new Outcome.Unknown(why, sentBefore);
        }
        String reason = failure.reason().name();
        return Backoff.after(failure.reason(), attempt)
                .<Outcome>map(wait -> new Outcome.Later(wait, reason, sentBefore))
                .orElseGet(() -> new Outcome.Failed(reason, sentBefore));
    }
}
