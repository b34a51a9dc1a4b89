package org.linli.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.linli.platform.signing.Sha256;

/// Makes secrets that nobody guesses, and prints by which one is known again.
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secret() {}

    /// 256 random bits.
    public static byte[] next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// The same, as it may stand in an address.
    public static String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(next());
    }

    /// SHA-256 in hexadecimal digits; parts cannot run into each other.
    public static String print(List<String> parts) {
        var digest = Sha256.begun();
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
