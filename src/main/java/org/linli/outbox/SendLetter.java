package org.linli.outbox;

import java.time.Duration;
import java.util.List;
import org.linli.channels.Address;
import org.linli.channels.OtherAddresses;
import org.linli.channels.Outbound;
import org.linli.channels.SendFailure.Reason;
import org.linli.channels.Way;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// One attempt at one letter: renders it and takes the first way that is open, in the community's order; when none of
/// its address is, those of the person's other addresses.
@Component
class SendLetter {

    /// Shorter than the lease: nobody sends what others hold for lost.
    private static final Duration LIMIT = LetterQueue.LEASE.minusSeconds(15);

    private final Ways ways;
    private final RenderLetters render;
    private final SendByWay sender;
    private final OtherAddresses others;

    SendLetter(Ways ways, RenderLetters render, SendByWay sender, ObjectProvider<OtherAddresses> others) {
        this.ways = ways;
        this.render = render;
        this.sender = sender;
        this.others = others.getIfAvailable(() -> (_, _) -> Flux.empty());
    }

    /// One letter in its final words.
    ///
    /// @param words   what it says where pictures cannot be shown
    /// @param showing the same for ways that show them
    private record Said(Outbound words, Outbound showing) {

        static Said of(Letter letter, RenderLetters render) {
            return new Said(render.render(letter), render.showing(letter));
        }

        Outbound by(Way way) {
            return way.limits().pictures() ? showing : words;
        }

        Said to(Address address) {
            return new Said(words.to(address), showing.to(address));
        }
    }

    /// Never empty, never an error: a failure is an outcome.
    Mono<Attempt> send(ClaimedLetter claimed) {
        return Mono.fromSupplier(() -> Said.of(claimed.letter(), render))
                .flatMap(message -> sendAnyhow(claimed, message))
                .timeout(LIMIT, Mono.fromSupplier(() -> unknown(claimed)))
                .onErrorResume(LetterNotRendered.class, _ -> Mono.just(Attempt.failed(claimed, "NO_WORDS")));
    }

    private Mono<Attempt> sendAnyhow(ClaimedLetter claimed, Said message) {
        return sendTo(claimed, message)
                .flatMap(attempt -> attempt.leavesItToOthers() && claimed.partsSent() == 0
                        ? elsewhere(claimed, message, attempt)
                        : Mono.just(attempt));
    }

    private Mono<Attempt> elsewhere(ClaimedLetter claimed, Said message, Attempt soFar) {
        return others.of(claimed.letter().community(), message.words().to())
                .concatMap(address -> sendTo(claimed, message.to(address)), 0)
                .takeUntil(attempt -> !attempt.leavesItToOthers())
                .reduce(soFar, (some, next) -> next.leavesItToOthers() ? some.orBetter(next) : next);
    }

    private Mono<Attempt> sendTo(ClaimedLetter claimed, Said message) {
        var own = ways.of(claimed.letter().community(), message.words().to().channel());
        var able = own.stream()
                .filter(it -> it.carries(message.words()))
                .filter(it -> !claimed.failedWays().contains(it.id()))
                .toList();
        if (able.isEmpty()) {
            return Mono.just(Attempt.failed(claimed, whyNone(claimed, own)));
        }
        return sendByFirst(able, claimed, message);
    }

    private Mono<Attempt> sendByFirst(List<Way> able, ClaimedLetter claimed, Said message) {
        return Flux.fromIterable(able)
                .concatMap(way -> sender.send(way, claimed, message.by(way)), 0)
                .takeUntil(attempt -> !attempt.leavesItToOthers())
                .reduce((some, next) -> next.leavesItToOthers() ? some.orBetter(next) : next);
    }

    private static String whyNone(ClaimedLetter claimed, List<Way> own) {
        if (own.isEmpty()) {
            return Reason.MISCONFIGURED.name();
        }
        return claimed.failedWays().isEmpty() ? "NO_WAY" : Deliveries.Fate.NOT_DELIVERED;
    }

    private static Attempt unknown(ClaimedLetter claimed) {
        return new Attempt(claimed.letter().to(), "", List.of(), new Outcome.Unknown("TIMEOUT", claimed.partsSent()));
    }
}
