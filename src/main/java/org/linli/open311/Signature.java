package org.linli.open311;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs a call as Standard Webhooks 1.0 has it: https://www.standardwebhooks.com
public final class Signature {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    public static String newSecret() {
        return PREFIX + Base64.getEncoder().encodeToString(Secret.next());
    }

    /// Whether one of the signatures that came with a call is right. Takes as long for wrong ones.
    ///
    /// @param signatures the value of `webhook-signature`: one or several, between spaces
    public static boolean isRight(String secret, String id, Instant at, String body, String signatures) {
        var right = of(secret, id, at, body).getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String signature : signatures.split(" ")) {
            found |= MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    /// The value of `webhook-signature`.
    ///
    /// @param secret `whsec_` and the key in base64
    /// @param id     of the message, the same in each try
    public static String of(String secret, String id, Instant at, String body) {
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
