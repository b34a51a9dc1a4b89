package org.linli.channels.tencent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.channels.Account;
import org.linli.channels.Exchange;
import org.linli.channels.Exchange.Direction;
import org.linli.channels.Exchanges;
import org.linli.channels.SendFailure;
import reactor.core.publisher.Mono;

/// Notes each call of a platform's interface: which, its code and how long it took.
record NoteCalls(Exchanges exchanges, Clock clock) {

    static final NoteCalls NOWHERE = new NoteCalls(Exchanges.NOWHERE, Clock.systemUTC());

    private static final String INTERFACE = "/cgi-bin/";
    private static final int LONGEST_CODE = 60;

    Mono<PlatformAnswer> of(List<Account> accounts, String path, Mono<PlatformAnswer> call) {
        return Mono.defer(() -> {
            Instant start = clock.instant();
            return call.doOnSuccess(_ -> note(accounts, path, "0", true, start))
                    .doOnError(error -> note(accounts, path, code(error), false, start));
        });
    }

    private void note(List<Account> accounts, String path, String code, boolean good, Instant start) {
        for (Account account : accounts) {
            exchanges.note(new Exchange(
                    account.channel(),
                    account.id(),
                    Direction.OUT,
                    path.startsWith(INTERFACE) ? path.substring(INTERFACE.length()) : path,
                    code,
                    good,
                    Duration.between(start, clock.instant()),
                    start));
        }
    }

    /// Only what we put into the message ourselves.
    private static String code(Throwable error) {
        String code = error instanceof SendFailure failure
                ? String.valueOf(failure.getMessage()).replaceFirst("^[A-Z_]+: ", "")
                : error.getClass().getSimpleName();
        return code.substring(0, Math.min(code.length(), LONGEST_CODE));
    }
}
