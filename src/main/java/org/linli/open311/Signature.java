package org.linli.open311;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs a call as Standard Webhooks 1.0 has it: https://www.standardwebhooks.com
final class Signature {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static String newSecret() {
        return PREFIX + Base64.getEncoder().encodeToString(Secret.next());
    }

    /// The value of `webhook-signature`.
    ///
    /// @param secret `whsec_` and the key in base64
    /// @param id     of the message, the same in each try
    static String of(String secret, String id, Instant at, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), ALGORITHM));
            String signed = "%s.%d.%s".formatted(id, at.getEpochSecond(), body);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaKnowsIt) {
            throw new IllegalStateException(everyJavaKnowsIt);
        }
    }
}
