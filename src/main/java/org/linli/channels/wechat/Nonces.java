package org.linli.channels.wechat;

import java.time.Duration;
import reactor.core.publisher.Mono;

/// Which body came under which nonce.
interface Nonces {

    /// Whether no other body came under this nonce before. Never empty, never an error.
    ///
    /// @param body     what tells it from others
    /// @param remember for how long
    Mono<Boolean> isFirstOrSame(String nonce, String body, Duration remember);
}
