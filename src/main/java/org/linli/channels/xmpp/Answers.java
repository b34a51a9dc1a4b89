package org.linli.channels.xmpp;

import static org.linli.channels.SendFailure.Reason.UNCERTAIN;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/// Letters that were handed to a server and not answered yet.
final class Answers {

    private final Map<String, Sinks.One<Receipt>> awaited = new ConcurrentHashMap<>();
    private final Duration patience;

    Answers(Duration patience) {
        this.patience = patience;
    }

    /// Sends, then waits for the answer. Signals [SendFailure] and no other error; never empty.
    ///
    /// @param send blocks; throws where nothing was sent
    Mono<Receipt> to(String letter, Callable<Boolean> send) {
        return Mono.defer(() -> {
            Sinks.One<Receipt> answer = Sinks.one();
            awaited.put(letter, answer);
            return Mono.fromCallable(send)
                    .subscribeOn(Schedulers.boundedElastic())
                    .onErrorMap(error ->
                            new SendFailure(UNREACHABLE, error.getClass().getSimpleName()))
                    .then(answer.asMono())
                    .timeout(patience, Mono.error(() -> new SendFailure(UNCERTAIN, "no answer in time")))
                    .doFinally(_ -> awaited.remove(letter, answer));
        });
    }

    /// @return whether anybody waited for it
    boolean taken(String letter, String receipt) {
        var answer = awaited.get(letter);
        return answer != null && answer.tryEmitValue(new Receipt(receipt)).isSuccess();
    }

    /// @return whether anybody waited for it
    boolean refused(String letter, SendFailure why) {
        var answer = awaited.get(letter);
        return answer != null && answer.tryEmitError(why).isSuccess();
    }

    /// No answer will come any more.
    void broken() {
        awaited.values().forEach(it -> it.tryEmitError(new SendFailure(UNCERTAIN, "the connection broke")));
    }
}
