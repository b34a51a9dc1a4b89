package org.linli.polls.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.linli.platform.signing.Sha256;

/// A SHA-256 value.
///
/// Leaves and nodes are told apart by a first byte, so that none can be passed off as the other: RFC 6962,
/// section 2.1.
public final class Hash {

    public static final int LENGTH = 32;

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("%d bytes, expected %d".formatted(bytes.length, LENGTH));
        }
        this.bytes = bytes;
    }

    public static Hash of(byte[]... parts) {
        var digest = Sha256.begun();
        Arrays.stream(parts).forEach(digest::update);
        return new Hash(digest.digest());
    }

    public static Hash of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Of one entry.
    public static Hash leaf(byte[] entry) {
        return of(LEAF, entry);
    }

    static Hash node(Hash left, Hash right) {
        return of(NODE, left.bytes, right.bytes);
    }

    /// Throws `IllegalArgumentException` unless it is 64 digits.
    public static Hash fromHex(String hex) {
        return new Hash(HexFormat.of().parseHex(hex));
    }

    public static Hash fromBase64(String base64) {
        return new Hash(Base64.getDecoder().decode(base64));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// 64 digits in lower case.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
