package org.linli.channels.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.linli.channels.WebhookRequest;
import org.linli.channels.tencent.Rejections;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Turns away genuine calls that somebody saw and sends once more, much later or with another body.
///
/// The platform names no limit of its own; it tries a call again within seconds, the same body under the same nonce,
/// and that passes. In safe mode the body is signed too, so only its time is looked at.
@Component
class Freshness {

    private final Duration window;
    private final Nonces nonces;
    private final Clock clock;

    Freshness(WechatSettings settings, Nonces nonces, Clock clock) {
        this.window = settings.window();
        this.nonces = nonces;
        this.clock = clock;
    }

    /// Signals [WebhookRejected] and no other error.
    ///
    /// @return the call; never empty
    Mono<Call> of(WebhookRequest request, Call call) {
        if (window.isZero()) {
            return Mono.just(call);
        }
        requireOfNow(request);
        return call.sealedBy() == null ? ofThisBody(request, call) : Mono.just(call);
    }

    private void requireOfNow(WebhookRequest request) {
        Duration age = Duration.between(signedAt(request), clock.instant()).abs();
        if (age.compareTo(window) > 0) {
            throw Rejections.notGenuine("signed %d s away from now".formatted(age.toSeconds()));
        }
    }

    private Mono<Call> ofThisBody(WebhookRequest request, Call call) {
        String signature = request.query().getOrDefault("signature", "");
        String body = UUID.nameUUIDFromBytes(request.body().getBytes(UTF_8)).toString();
        return nonces.isFirstOrSame(request.account() + ":" + signature, body, window.multipliedBy(2))
                .filter(Boolean::booleanValue)
                .map(_ -> call)
                .switchIfEmpty(Mono.error(() -> Rejections.notGenuine("another body under a nonce that was used")));
    }

    private static Instant signedAt(WebhookRequest request) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(request.query().getOrDefault("timestamp", "")));
        } catch (NumberFormatException | DateTimeException noTime) {
            return Instant.EPOCH;
        }
    }
}
