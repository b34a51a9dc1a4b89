package org.linli.polls.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// With which a log signs: Ed25519 of this Java.
public final class SignKey {

    private final PrivateKey secret;
    private final CheckKey check;

    private SignKey(PrivateKey secret, CheckKey check) {
        this.secret = secret;
        this.check = check;
    }

    /// @param name of the log, see [CheckKey]
    public static SignKey make(String name) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SignKey(pair.getPrivate(), new CheckKey(name, pair.getPublic()));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// @param kept see [#keep()]
    public static SignKey read(String kept, CheckKey check) {
        try {
            var secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(kept)));
            return new SignKey(secret, check);
        } catch (GeneralSecurityException noKey) {
            throw new IllegalArgumentException("what was kept is no Ed25519 key", noKey);
        }
    }

    /// The secret itself (PKCS #8, Base64): for a safe place and no log.
    public String keep() {
        return Base64.getEncoder().encodeToString(secret.getEncoded());
    }

    public CheckKey check() {
        return check;
    }

    /// @return id of the key and signature, Base64
    public String sign(String text) {
        try {
            var sign = Signature.getInstance("Ed25519");
            sign.initSign(secret);
            sign.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(CheckKey.joined(check.id(), sign.sign()));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "secret key of " + check.name();
    }
}
