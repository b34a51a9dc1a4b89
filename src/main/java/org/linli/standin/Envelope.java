package org.linli.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Signs and encrypts as Tencent's platforms do.
///
/// Written apart from the adapters, so that one does not inherit the other's mistakes.
///
/// @param token    with which calls are signed
/// @param receiver whom texts are made out to; may be empty
/// @param aesKey   43 letters and digits
public record Envelope(String token, String receiver, String aesKey) {

    private static final int BLOCK = 32;
    private static final int HEAD = 20;

    public String signature(String... parts) {
        String[] sorted = Arrays.copyOf(parts, parts.length + 1);
        sorted[parts.length] = token;
        Arrays.sort(sorted);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest(String.join("", sorted).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-1", missing);
        }
    }

    public String encrypt(String text) {
        byte[] words = text.getBytes(UTF_8);
        byte[] id = receiver.getBytes(UTF_8);
        byte[] prefix = new byte[16];
        ThreadLocalRandom.current().nextBytes(prefix);
        var inside = ByteBuffer.allocate(HEAD + words.length + id.length);
        inside.put(prefix).putInt(words.length).put(words).put(id);
        return Base64.getEncoder().encodeToString(encrypt(inside.array()));
    }

    /// The bytes as they are, filled up to whole blocks, as files are sent.
    public byte[] encrypt(byte[] bytes) {
        int padding = BLOCK - bytes.length % BLOCK;
        byte[] block = Arrays.copyOf(bytes, bytes.length + padding);
        Arrays.fill(block, bytes.length, block.length, (byte) padding);
        return cipher(Cipher.ENCRYPT_MODE, block);
    }

    /// @throws IllegalArgumentException when it is not as the platform encrypts
    public String decrypt(String encrypted) {
        byte[] block = cipher(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(encrypted));
        return new String(block, HEAD, ByteBuffer.wrap(block).getInt(16), UTF_8);
    }

    @Override
    public String toString() {
        return "Envelope[]";
    }

    private byte[] cipher(int mode, byte[] block) {
        byte[] key = Base64.getDecoder().decode(aesKey + "=");
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException("not as the platform encrypts", wrong);
        }
    }
}
