package org.linli.channels.xmpp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.linli.channels.Exchange;
import org.linli.channels.Exchange.Direction;
import org.linli.channels.Exchanges;
import org.linli.channels.SendFailure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Notes what passes between servers and us: connecting, entering rooms, asking archives, letters, and that something
/// was said.
@Component
class NoteXmpp {

    private static final int LONGEST_CODE = 60;

    private final Exchanges exchanges;
    private final Clock clock;

    NoteXmpp(ObjectProvider<Exchanges> exchanges, Clock clock) {
        this.exchanges = exchanges.getIfAvailable(() -> Exchanges.NOWHERE);
        this.clock = clock;
    }

    /// The same, noted when it has ended.
    <T> Mono<T> asked(XmppAccount account, String what, Mono<T> call) {
        return Mono.defer(() -> {
            Instant start = clock.instant();
            return call.doOnSuccess(_ -> note(account, Direction.OUT, what, "", start))
                    .doOnError(error -> note(account, Direction.OUT, what, code(error), start));
        });
    }

    void heard(XmppAccount account, String what) {
        note(account, Direction.IN, what, "", clock.instant());
    }

    void failed(XmppAccount account, String what, String why) {
        note(account, Direction.IN, what, why, clock.instant());
    }

    private void note(XmppAccount account, Direction direction, String what, String why, Instant start) {
        exchanges.note(new Exchange(
                Translate.XMPP,
                account.id(),
                direction,
                what,
                why.isEmpty() ? "0" : why,
                why.isEmpty(),
                Duration.between(start, clock.instant()),
                start));
    }

    private static String code(Throwable error) {
        String code = error instanceof SendFailure
                ? String.valueOf(error.getMessage()).replaceFirst("^[A-Z_]+: ", "")
                : Trouble.named(error);
        return code.substring(0, Math.min(code.length(), LONGEST_CODE));
    }
}
