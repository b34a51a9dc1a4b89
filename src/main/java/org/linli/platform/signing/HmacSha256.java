package org.linli.platform.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs texts with one key by HMAC-SHA256 (RFC 2104). Texts are signed as UTF-8.
public final class HmacSha256 {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private HmacSha256(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// @param key not empty
    public static HmacSha256 with(byte[] key) {
        return new HmacSha256(key);
    }

    /// @param secret not empty; its UTF-8 bytes are the key
    public static HmacSha256 with(String secret) {
        return with(secret.getBytes(StandardCharsets.UTF_8));
    }

    /// 64 digits, in lower case.
    public String hex(String text) {
        return HexFormat.of().formatHex(sign(text));
    }

    /// 44 characters, padded.
    public String base64(String text) {
        return Base64.getEncoder().encodeToString(sign(text));
    }

    /// 43 characters that may stand in an address.
    public String base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sign(text));
    }

    /// Takes as long for a wrong signature as for a right one of its length, so that none can be guessed piece by
    /// piece.
    public static boolean isSame(String right, String given) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] sign(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "HmacSha256[]";
    }
}
