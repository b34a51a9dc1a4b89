package org.linli.platform.calling;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.linli.platform.secrets.Sealing;
import org.linli.platform.signing.HmacSha256;

/// Signs a call as Standard Webhooks 1.0 has it: https://www.standardwebhooks.com
public final class Signature {

    private static final String PREFIX = "whsec_";

    private Signature() {}

    public static String newSecret() {
        return PREFIX + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Sealing.newSecret()));
    }

    /// Whether one of the signatures that came with a call is right. Takes as long for wrong ones.
    ///
    /// @param signatures the value of `webhook-signature`: one or several, between spaces
    public static boolean isRight(String secret, String id, Instant at, String body, String signatures) {
        String right = of(secret, id, at, body);
        boolean found = false;
        for (String signature : signatures.split(" ")) {
            found |= HmacSha256.isSame(right, signature);
        }
        return found;
    }

    /// The value of `webhook-signature`.
    ///
    /// @param secret `whsec_` and the key in base64
    /// @param id     of the message, the same in each try
    public static String of(String secret, String id, Instant at, String body) {
        byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        return "v1," + HmacSha256.with(key).base64("%s.%d.%s".formatted(id, at.getEpochSecond(), body));
    }
}
