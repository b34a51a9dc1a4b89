package org.linli.platform.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 (FIPS 180-4), which every Java has. Texts are taken as UTF-8.
public final class Sha256 {

    private Sha256() {}

    /// For content that comes in pieces.
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// 32 bytes.
    public static byte[] of(byte[] content) {
        return begun().digest(content);
    }

    /// 64 digits, in lower case.
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// The first bytes of it, two digits each.
    ///
    /// @param bytes 32 at the most
    public static String hex(String text, int bytes) {
        return hex(text).substring(0, 2 * bytes);
    }
}
