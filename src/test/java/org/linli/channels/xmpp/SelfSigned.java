package org.linli.channels.xmpp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/// A certificate that nobody but the test trusts, made by Java's own keytool.
public final class SelfSigned {

    private static final String PASSWORD = "not-a-secret";

    private SelfSigned() {}

    /// Writes `certificate.pem` and `key.pem`.
    public static void write(String domain, Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        var store = folder.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var process = new ProcessBuilder((keytool
                                + " -genkeypair -alias it -keyalg EC -groupname secp256r1 -validity 2 -storetype PKCS12"
                                + " -dname CN=" + domain + " -ext san=dns:" + domain + " -storepass " + PASSWORD
                                + " -keystore " + store)
                        .split(" "))
                .redirectErrorStream(true)
                .start();
        if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        pem(
                folder.resolve("certificate.pem"),
                "CERTIFICATE",
                keys.getCertificate("it").getEncoded());
        pem(
                folder.resolve("key.pem"),
                "PRIVATE KEY",
                keys.getKey("it", PASSWORD.toCharArray()).getEncoded());
    }

    private static void pem(Path file, String kind, byte[] bytes) throws IOException {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(
                file,
                "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(kind, lines),
                StandardCharsets.US_ASCII);
    }
}
