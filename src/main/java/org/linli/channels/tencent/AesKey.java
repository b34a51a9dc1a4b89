package org.linli.channels.tencent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// One EncodingAESKey: AES-256-CBC, its first 16 bytes being the initial vector.
///
/// A block is 16 random bytes, the length of the text in 4, the text, the id of the receiver, and 1 to 32 bytes of
/// padding, each saying how many they are.
public final class AesKey {

    static final int PREFIX = 16;
    private static final int HEAD = PREFIX + Integer.BYTES;
    private static final int BLOCK = 32;

    /// To find one costs twenty times as much as to decrypt a message with it.
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(AesKey::newCipher);

    private final SecretKeySpec key;
    private final IvParameterSpec vector;

    private AesKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, "AES");
        this.vector = new IvParameterSpec(bytes, 0, 16);
    }

    /// @param encoded the 43 characters of the console. The last one carries two spare bits, which Java's own decoder
    ///                overlooks and others complain about.
    public static AesKey of(String encoded) {
        return new AesKey(Base64.getDecoder().decode(encoded + "="));
    }

    /// The text that was encrypted for this receiver.
    ///
    /// @throws NotForUs when any byte is not as it has to be
    public String open(String encrypted, String receiver) throws NotForUs {
        byte[] block = decrypt(encrypted);
        int end = block.length - padding(block);
        if (end < HEAD) {
            throw new NotForUs("too short");
        }
        int length = ByteBuffer.wrap(block).getInt(PREFIX);
        if (length < 0 || length > end - HEAD) {
            throw new NotForUs("a length beyond the end");
        }
        byte[] id = Arrays.copyOfRange(block, HEAD + length, end);
        if (!MessageDigest.isEqual(id, receiver.getBytes(UTF_8))) {
            throw new NotForUs("another receiver");
        }
        return new String(block, HEAD, length, UTF_8);
    }

    /// The bytes of a file that was encrypted without anything around it.
    ///
    /// @throws NotForUs when they were not, or not with this key
    public byte[] openFile(byte[] encrypted) throws NotForUs {
        byte[] block = decrypt(encrypted);
        return Arrays.copyOf(block, block.length - padding(block));
    }

    /// @param prefix 16 random bytes, so that the same text never looks the same
    public String close(String text, String receiver, byte[] prefix) {
        byte[] words = text.getBytes(UTF_8);
        byte[] id = receiver.getBytes(UTF_8);
        int length = HEAD + words.length + id.length;
        int padding = BLOCK - length % BLOCK;
        byte[] block = new byte[length + padding];
        ByteBuffer.wrap(block).put(prefix).putInt(words.length).put(words).put(id);
        Arrays.fill(block, length, block.length, (byte) padding);
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(block));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a whole block cannot be encrypted", broken);
        }
    }

    private byte[] decrypt(String encrypted) throws NotForUs {
        if (encrypted.length() % 4 != 0) {
            throw new NotForUs("base64 that was cut off");
        }
        try {
            return decrypt(Base64.getDecoder().decode(encrypted));
        } catch (IllegalArgumentException broken) {
            throw new NotForUs("no base64");
        }
    }

    private byte[] decrypt(byte[] encrypted) throws NotForUs {
        try {
            return cipher(Cipher.DECRYPT_MODE).doFinal(encrypted);
        } catch (GeneralSecurityException broken) {
            throw new NotForUs("no whole blocks");
        }
    }

    private static int padding(byte[] block) throws NotForUs {
        int padding = block.length == 0 ? 0 : block[block.length - 1];
        if (padding < 1 || padding > BLOCK || padding > block.length) {
            throw new NotForUs("impossible padding");
        }
        int different = 0;
        for (int i = block.length - padding; i < block.length; i++) {
            different |= block[i] ^ padding;
        }
        if (different != 0) {
            throw new NotForUs("uneven padding");
        }
        return padding;
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher cipher = CIPHERS.get();
        cipher.init(mode, key, vector);
        return cipher;
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/CBC/NoPadding");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has AES", missing);
        }
    }

    /// This key did not make it, or not for us.
    public static final class NotForUs extends Exception {

        private NotForUs(String why) {
            super(why, null, false, false);
        }
    }
}
