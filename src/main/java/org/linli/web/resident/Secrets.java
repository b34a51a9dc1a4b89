package org.linli.web.resident;

import java.security.SecureRandom;
import java.util.Base64;
import org.linli.platform.signing.Sha256;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Random words that open something, and what may be stored of them.
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String FORM = "[A-Za-z0-9_-]{32}";

    private Secrets() {}

    /// 192 random bits. A system may wait for them, so not on the caller's thread.
    static Mono<String> fresh() {
        return Mono.fromCallable(() -> {
                    byte[] bytes = new byte[24];
                    RANDOM.nextBytes(bytes);
                    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    static boolean mayBe(String text) {
        return text.matches(FORM);
    }

    /// Does not lead back.
    static String hashed(String secret) {
        return Sha256.hex(secret);
    }
}
