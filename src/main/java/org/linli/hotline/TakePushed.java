package org.linli.hotline;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.open311.Throttle;
import org.linli.platform.calling.Signature;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Takes a work order that a hotline pushes, signed as Standard Webhooks has it. The same order twice changes nothing.
@Service
public class TakePushed {

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    /// The key is not valid, the signature is wrong, or the call is too old. Which of them is not told.
    public static final class NotSigned extends RuntimeException {
        NotSigned() {
            super("not signed");
        }
    }

    /// How a call is signed; any of it may be empty.
    ///
    /// @param at seconds since 1970
    public record Signed(String key, String id, String at, String signature) {}

    private final Senders senders;
    private final TakeOrders orders;
    private final Throttle throttle;
    private final Clock clock;

    TakePushed(Senders senders, TakeOrders orders, Throttle throttle, Clock clock) {
        this.senders = senders;
        this.orders = orders;
        this.throttle = throttle;
        this.clock = clock;
    }

    /// The order that was taken and what it changed. Never empty. Signals [NotSigned], [Wrong], and
    /// [org.linli.open311.Refused] where it is too much in a minute: for a sender, and for whoever guesses.
    ///
    /// @param from a print of where the call comes from
    public Mono<Taken> take(Signed signed, byte[] body, String from) {
        return allowed(signed, body, from).flatMap(it -> {
            var order = ReadPushed.read(body);
            return orders.take(it.community(), List.of(order), it.id()).map(tally -> new Taken(order, tally));
        });
    }

    public record Taken(WorkOrder order, TakeOrders.Tally tally) {}

    private Mono<Senders.Sender> allowed(Signed signed, byte[] body, String from) {
        return sender(signed, body)
                .onErrorResume(
                        NotSigned.class,
                        wrong -> throttle.take(Throttle.Turn.STRANGER, "hotline/" + from)
                                .then(Mono.error(wrong)))
                .delayUntil(it -> throttle.take(Throttle.Turn.ORDER, it.id()));
    }

    private Mono<Senders.Sender> sender(Signed signed, byte[] body) {
        return senders.signing(signed.key())
                .filter(it -> isRight(it, signed, body))
                .map(Senders.Signing::it)
                .switchIfEmpty(Mono.error(NotSigned::new));
    }

    private boolean isRight(Senders.Signing sender, Signed signed, byte[] body) {
        try {
            var at = Instant.ofEpochSecond(Long.parseLong(signed.at()));
            return Duration.between(at, clock.instant()).abs().compareTo(CLOCKS_APART) <= 0
                    && Signature.isRight(
                            sender.secret(),
                            signed.id(),
                            at,
                            new String(body, StandardCharsets.UTF_8),
                            signed.signature());
        } catch (NumberFormatException | DateTimeException noTime) {
            return false;
        }
    }
}
