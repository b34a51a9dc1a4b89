package org.linli.channels.tencent;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.channels.WebhookRequest;

/// With what one account's calls are signed and encrypted.
public final class Seal {

    private static final SecureRandom RANDOM = generator();

    private final String token;
    private final List<AesKey> keys;
    private final String receiver;

    /// @param keys     the current one first
    /// @param receiver whom every text has to be made out to; may be empty, where the platform leaves it so
    public Seal(String token, List<AesKey> keys, String receiver) {
        this.token = token;
        this.keys = List.copyOf(keys);
        this.receiver = receiver;
    }

    /// @param key with which it was closed, and its answer is to be
    public record Opened(String text, AesKey key) {
        @Override
        public String toString() {
            return "Opened[" + text.length() + " characters]";
        }
    }

    /// The four parts of an encrypted answer.
    ///
    /// @param timestamp seconds
    public record Closed(String encrypted, String signature, long timestamp, String nonce) {

        /// As apps and official accounts name them.
        public Map<String, Object> fields() {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("Encrypt", encrypted);
            fields.put("MsgSignature", signature);
            fields.put("TimeStamp", timestamp);
            fields.put("Nonce", nonce);
            return fields;
        }
    }

    public boolean hasKeys() {
        return !keys.isEmpty();
    }

    /// Proves a call by its `msg_signature`, and decrypts what it carries.
    ///
    /// @throws WebhookRejected when it is not genuine or not decryptable
    public Opened open(WebhookRequest request, String encrypted) {
        requireSignature(request, "msg_signature", encrypted);
        String why = "no key";
        for (AesKey key : keys) {
            try {
                return new Opened(key.open(encrypted, receiver), key);
            } catch (AesKey.NotForUs notWithThisKey) {
                why = String.valueOf(notWithThisKey.getMessage());
            }
        }
        throw Rejections.unreadable("not decryptable: " + why);
    }

    /// The bytes of a file that came encrypted; empty where none of the keys opens it.
    public Optional<byte[]> openFile(byte[] encrypted) {
        for (AesKey key : keys) {
            try {
                return Optional.of(key.openFile(encrypted));
            } catch (AesKey.NotForUs notWithThisKey) {
                continue;
            }
        }
        return Optional.empty();
    }

    /// Proves a call that carries nothing encrypted: its `signature` covers the time and the nonce.
    ///
    /// @throws WebhookRejected when it is not genuine
    public void requirePlainSignature(WebhookRequest request) {
        requireSignature(request, "signature");
    }

    /// @param nonce may be the call's own
    public Closed close(String text, AesKey key, String nonce, Instant now) {
        byte[] prefix = new byte[AesKey.PREFIX];
        RANDOM.nextBytes(prefix);
        String encrypted = key.close(text, receiver, prefix);
        long seconds = now.getEpochSecond();
        return new Closed(encrypted, Signature.of(token, Long.toString(seconds), nonce, encrypted), seconds, nonce);
    }

    @Override
    public String toString() {
        return "Seal[" + keys.size() + " keys]";
    }

    private void requireSignature(WebhookRequest request, String name, String... signed) {
        var query = request.query();
        String[] parts = new String[3 + signed.length];
        parts[0] = token;
        parts[1] = query.getOrDefault("timestamp", "");
        parts[2] = query.getOrDefault("nonce", "");
        System.arraycopy(signed, 0, parts, 3, signed.length);
        if (!Signature.matches(query.get(name), parts)) {
            throw Rejections.notGenuine("wrong or missing " + name);
        }
    }

    // the default generator reads from the system each time, which blocks; this one only for its seed, here
    private static SecureRandom generator() {
        try {
            var generator = SecureRandom.getInstance("DRBG");
            generator.nextBytes(new byte[AesKey.PREFIX]);
            return generator;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has DRBG", missing);
        }
    }
}
