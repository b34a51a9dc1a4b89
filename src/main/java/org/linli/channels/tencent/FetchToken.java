package org.linli.channels.tencent;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.UNCERTAIN;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.linli.channels.Refusals;
import org.linli.channels.SendFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// Asks a platform for an owner's token, and leaves it alone for a while after it refused the secret.
final class FetchToken<O extends TokenOwner> {

    private static final Logger LOG = LoggerFactory.getLogger(FetchToken.class);

    // the platforms renew 5 minutes early, and the old and the new one work side by side for those
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Refusals refusals = new Refusals();
    private final Map<String, PlatformCode> refusedWith = new ConcurrentHashMap<>();
    private final Function<O, Mono<PlatformAnswer>> ask;
    private final LongFunction<? extends PlatformCode> codes;
    private final Clock clock;

    FetchToken(Function<O, Mono<PlatformAnswer>> ask, LongFunction<? extends PlatformCode> codes, Clock clock) {
        this.ask = ask;
        this.codes = codes;
        this.clock = clock;
    }

    /// Signals [SendFailure] and no other error. Never empty.
    Mono<AccessToken> of(O owner) {
        return Mono.defer(() -> notRefusedLately(owner))
                .then(Mono.defer(() -> ask.apply(owner)))
                .onErrorMap(SendFailure.class, FetchToken::nothingWasSent)
                .map(answer -> token(owner, answer));
    }

    private AccessToken token(O owner, PlatformAnswer answer) {
        PlatformCode code = codes.apply(answer.errcode());
        if (!code.isSuccess()) {
            throw refused(owner, code);
        }
        String token = answer.textOf("access_token");
        if (token.isEmpty()) {
            throw new SendFailure(UNREACHABLE, "a token was asked for, none was given");
        }
        Duration life = Duration.ofSeconds(answer.numberOf("expires_in"));
        Duration use = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? life.minus(MARGIN) : life.dividedBy(2);
        return new AccessToken(token, clock.instant().plus(use).plusMillis(1));
    }

    private Mono<Void> notRefusedLately(O owner) {
        PlatformCode code = refusedWith.get(owner.tokenName());
        return code != null && refusals.rests(owner.tokenName(), clock.instant())
                ? Mono.error(code::failure)
                : Mono.empty();
    }

    private SendFailure refused(O owner, PlatformCode code) {
        if (code.reason() == MISCONFIGURED) {
            rest(owner, code, "gets no access token");
        }
        return code.failure();
    }

    /// The platform gives tokens and takes none of them.
    void takesNone(O owner, PlatformCode code) {
        if (!refusals.rests(owner.tokenName(), clock.instant())) {
            rest(owner, code, "is refused with a token that was given just now");
        }
    }

    private void rest(O owner, PlatformCode code, String trouble) {
        refusedWith.put(owner.tokenName(), code);
        Duration pause = refusals.refused(owner.tokenName(), clock.instant());
        LOG.error(
                "{} {} (errcode {}); what it sends fails until its id, secret or allowed addresses are corrected, next try in {} min",
                owner.inWords(),
                trouble,
                code.value(),
                pause.toMinutes());
    }

    // the letter itself has not left yet
    private static SendFailure nothingWasSent(SendFailure failure) {
        return failure.reason() == UNCERTAIN ? new SendFailure(UNREACHABLE, "no token in time") : failure;
    }
}
