package org.linli.channels.tencent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// How WeChat and WeCom sign: the SHA-1 of all parts, sorted and put together.
public final class Signature {

    private Signature() {}

    /// @return in lower-case hexadecimal
    public static String of(String... parts) {
        String[] sorted = parts.clone();
        Arrays.sort(sorted);
        byte[] digest = sha1().digest(String.join("", sorted).getBytes(UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    /// Takes the same time wherever the two differ. A missing signature never matches.
    public static boolean matches(@Nullable String claimed, String... parts) {
        return claimed != null
                && MessageDigest.isEqual(claimed.getBytes(UTF_8), of(parts).getBytes(UTF_8));
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-1", missing);
        }
    }
}
