package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The keys of the packed program, changed by its own command: Tink comes out of the jar, and what the first key sealed
/// opens when the second seals.
@Tag("long")
class RotatedKeysIT {

    private static final Pattern KEY = Pattern.compile("\"keyId\":(\\d+)");
    private static final Pattern SEALING = Pattern.compile("\"aead\":\\{\"primaryKeyId\":(\\d+)");

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 9, unit = TimeUnit.MINUTES)
    void eachTurnSealsEverythingWithAKeyOfItsOwn() throws Exception {
        assertThat(rotated()).contains("made keys in").containsPattern("sealed \\d+ texts with a new key");
        String first = sealing();

        assertThat(rotated()).doesNotContain("made keys in").containsPattern("sealed [1-9]\\d* texts with a new key");

        assertThat(sealing()).isNotEqualTo(first);
        assertThat(KEY.matcher(keys()).results().map(it -> it.group(1))).contains(first, sealing());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/keys.json"))))
                .isEqualTo("rw-------");
    }

    private String rotated() throws IOException, InterruptedException {
        var turn = Shell.run(
                Map.of(
                        "LINLI_DATA", folder.resolve("data").toString(),
                        "LINLI_UNDERSTANDING_CACHE", InstalledProgram.models().toString(),
                        "LINLI_DEMO", "true"),
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        "target/linli.jar",
                        "keys",
                        "rotate",
                        "--linli.keys-patience=1s"));
        assertThat(turn.status()).as(turn.said()).isZero();
        return turn.said();
    }

    private String sealing() throws IOException {
        var found = SEALING.matcher(keys());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String keys() throws IOException {
        return Files.readString(folder.resolve("data/keys.json")).replaceAll("\\s", "");
    }
}
