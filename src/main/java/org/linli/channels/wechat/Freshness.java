package org.linli.channels.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.linli.channels.WebhookRequest;
import org.linli.channels.tencent.OfNow;
import org.linli.channels.tencent.Rejections;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Turns away genuine calls that somebody saw and sends once more, much later or with another body.
///
/// The platform tries a call again with the same body under the same nonce, and that passes. In safe mode the body is
/// signed too, so only its time is looked at.
@Component
class Freshness {

    private final Duration window;
    private final OfNow ofNow;
    private final Nonces nonces;

    Freshness(WechatSettings settings, Nonces nonces, Clock clock) {
        this.window = settings.window();
        this.ofNow = new OfNow(window, clock);
        this.nonces = nonces;
    }

    /// Signals [WebhookRejected] and no other error.
    ///
    /// @return the call; never empty
    Mono<Call> of(WebhookRequest request, Call call) {
        if (window.isZero()) {
            return Mono.just(call);
        }
        ofNow.require(request);
        return call.sealedBy() == null ? ofThisBody(request, call) : Mono.just(call);
    }

    private Mono<Call> ofThisBody(WebhookRequest request, Call call) {
        String signature = request.query().getOrDefault("signature", "");
        String body = UUID.nameUUIDFromBytes(request.body().getBytes(UTF_8)).toString();
        return nonces.isFirstOrSame(request.account() + ":" + signature, body, window.multipliedBy(2))
                .filter(Boolean::booleanValue)
                .map(_ -> call)
                .switchIfEmpty(Mono.error(() -> Rejections.notGenuine("another body under a nonce that was used")));
    }
}
