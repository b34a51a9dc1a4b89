package org.linli.channels.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Cipher;

/// Our keys (消息加密私钥) by the version (publickey_ver) under which the platform knows their other half.
final class PrivateKeys {

    private final Map<Integer, PrivateKey> keys = new TreeMap<>();

    /// @param pem by version, as `openssl genpkey -algorithm RSA` writes it
    /// @throws IllegalArgumentException naming the version that cannot be read, and nothing of it
    PrivateKeys(Map<Integer, String> pem) {
        pem.forEach((version, text) -> keys.put(version, key(version, text)));
    }

    /// What was sealed with one of them. Empty where we do not have that one, or it was sealed with another.
    Optional<String> open(int version, String entry) {
        var key = keys.get(version);
        if (key == null) {
            return Optional.empty();
        }
        try {
            var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, key);
            return Optional.of(new String(cipher.doFinal(Base64.getDecoder().decode(entry)), UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    static boolean isKey(String pem) {
        try {
            key(0, pem);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static PrivateKey key(int version, String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IllegalArgumentException(
                    "private-keys[%d] is no RSA key (expected: PEM that begins with BEGIN PRIVATE KEY)"
                            .formatted(version));
        }
    }

    @Override
    public String toString() {
        return "PrivateKeys" + keys.keySet();
    }
}
