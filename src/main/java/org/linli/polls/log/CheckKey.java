package org.linli.polls.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// With which everybody checks what a log has signed: Ed25519, written as `name+id+key`, after
/// [c2sp.org/signed-note](https://c2sp.org/signed-note).
///
/// @param name of the log, without spaces and `+`
public record CheckKey(String name, PublicKey key) {

    private static final byte ED25519 = 1;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int RAW = 32;
    private static final int ID = 4;

    public CheckKey {
        if (!name.matches("[^\\s+]{1,200}")) {
            throw new IllegalArgumentException("'%s' cannot name a log".formatted(name));
        }
    }

    /// Throws `IllegalArgumentException` where it is none.
    public static CheckKey read(String written) {
        var parts = written.split("\\+", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("'%s', expected name+id+key".formatted(written));
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 1 + RAW || typed[0] != ED25519) {
            throw new IllegalArgumentException("the key is no Ed25519 key");
        }
        var key = new CheckKey(parts[0], decoded(Arrays.copyOfRange(typed, 1, typed.length)));
        if (!HexFormat.of().formatHex(key.id()).equals(parts[1])) {
            throw new IllegalArgumentException("the key has another id than '%s'".formatted(parts[1]));
        }
        return key;
    }

    private static PublicKey decoded(byte[] raw) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(joined(X509_PREFIX, raw)));
        } catch (GeneralSecurityException noKey) {
            throw new IllegalArgumentException("the key is no Ed25519 key", noKey);
        }
    }

    /// Says of which key a signature is, and not that it is good.
    byte[] id() {
        byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Hash.of(named, typed()).bytes(), ID);
    }

    private byte[] typed() {
        byte[] encoded = key.getEncoded();
        return joined(new byte[] {ED25519}, Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length));
    }

    /// @param signature as [SignKey#sign] wrote it; other ways to write the same in Base64 are refused
    public boolean isBy(String signature, String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(signature);
            boolean ours = bytes.length > ID && Arrays.equals(id(), Arrays.copyOf(bytes, ID));
            if (!ours || !Base64.getEncoder().encodeToString(bytes).equals(signature)) {
                return false;
            }
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(bytes, ID, bytes.length - ID);
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }

    static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /// As it is printed on the notice board.
    public String written() {
        return "%s+%s+%s"
                .formatted(
                        name,
                        HexFormat.of().formatHex(id()),
                        Base64.getEncoder().encodeToString(typed()));
    }
}
