package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The authority and the certificates that `deploy/certificates` makes.
class CertificatesTest {

    @TempDir
    Path folder;

    @Test
    void eachServerGetsACertificateOfItsHostsFromTheAuthority() throws Exception {
        made(Map.of(), "postgres=db.example.org,db2.example.org", "redis");

        certificate("postgres").verify(certificate("authority").getPublicKey());
        assertThat(hosts("postgres")).containsExactly("db.example.org", "db2.example.org");
        assertThat(hosts("redis")).containsExactly("redis");
        assertThat(certificate("authority").getBasicConstraints())
                .as("signs servers and no further authorities")
                .isZero();
        assertThat(certificate("postgres").getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void nobodyElseOnTheMachineReadsAKey() throws Exception {
        made(Map.of());

        for (String key : List.of("authority.key", "postgres.key", "redis.key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(key))))
                    .as(key)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aSecondRunChangesNothingThatIsGood() throws Exception {
        made(Map.of());
        var before = contents();

        made(Map.of());

        assertThat(contents()).isEqualTo(before).hasSize(6);
    }

    @Test
    void whatEndsSoonOrNamesOtherHostsIsMadeAnewByTheSameAuthority() throws Exception {
        made(Map.of("LINLI_CERTIFICATE_DAYS", "29"), "postgres");
        made(Map.of(), "redis", "cache");
        Files.setPosixFilePermissions(folder.resolve("redis.key"), PosixFilePermissions.fromString("r--r--r--"));
        var before = contents();

        made(Map.of(), "postgres", "redis=elsewhere.example.org", "cache");

        assertThat(contents())
                .containsEntry("authority.pem", before.get("authority.pem"))
                .containsEntry("cache.pem", before.get("cache.pem"))
                .doesNotContainEntry("postgres.pem", before.get("postgres.pem"))
                .doesNotContainEntry("redis.pem", before.get("redis.pem"));
        assertThat(hosts("redis")).containsExactly("elsewhere.example.org");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("redis.key"))))
                .as("who read the old one reads the new one")
                .isEqualTo("r--r--r--");
    }

    @Test
    void aCertificateOfAnotherAuthorityOrWithAnotherKeyIsMadeAnew() throws Exception {
        made(Map.of(), "postgres", "redis");
        Files.delete(folder.resolve("authority.pem"));
        made(Map.of(), "postgres", "redis");
        certificate("postgres").verify(certificate("authority").getPublicKey());

        String before = contents().get("redis.pem");
        Files.copy(folder.resolve("postgres.key"), folder.resolve("other.key"));
        Files.move(
                folder.resolve("other.key"),
                folder.resolve("redis.key"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        made(Map.of(), "redis");

        assertThat(contents()).doesNotContainEntry("redis.pem", before);
    }

    @Test
    void withoutTheAuthoritysKeyNothingIsTouched() throws Exception {
        made(Map.of());
        Files.delete(folder.resolve("authority.key"));
        var before = contents();

        var refused = run(Map.of(), "postgres=other.example.org");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.said()).contains("authority.key is missing");
        assertThat(contents()).isEqualTo(before);
    }

    private void made(Map<String, String> environment, String... servers) throws Exception {
        var done = run(environment, servers);
        assertThat(done.status()).as(done.said()).isZero();
    }

    private Shell run(Map<String, String> environment, String... servers) throws Exception {
        var command = new ArrayList<>(List.of("deploy/certificates", folder.toString()));
        command.addAll(List.of(servers));
        return Shell.run(environment, command);
    }

    private List<String> hosts(String server) throws Exception {
        return certificate(server).getSubjectAlternativeNames().stream()
                .map(it -> it.get(1).toString())
                .toList();
    }

    private X509Certificate certificate(String name) throws IOException, CertificateException {
        byte[] pem = Files.readAllBytes(folder.resolve(name + ".pem"));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }

    private Map<String, String> contents() throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
