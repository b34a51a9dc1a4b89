package org.linli.platform.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class KeysetTest {

    private static final String HERE = "community.residents.name\0lm\0r07";

    /// Made by Tink 1.23.0 for Java, and what it encrypted with that.
    private static final String TINKS_KEYS = """
            {"primaryKeyId":1561054582,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",
            "value":"GiAu4s1v7VZbd9qhoJcXHoeEtYDMRX3gcyZeUPMB28Zjpw==","keyMaterialType":"SYMMETRIC"},
            "status":"ENABLED","keyId":1561054582,"outputPrefixType":"TINK"}]}""";

    private static final String SEALED_BY_TINK =
            "AV0LzXbUEIEfrkLrbbwdusR1eIApmN87LDzkxT3S9zq7ocHSrMDpG0JGu2emAfUmzf6PBK7g";

    @TempDir
    Path folder;

    @Test
    void whatTinkSealedOpens() throws Exception {
        Path path = folder.resolve("keys.json");
        Files.writeString(path, "{\"aead\":%s,\"index\":\"%s\"}".formatted(TINKS_KEYS, "A".repeat(43) + "="));

        var keys = new KeyFile(path).read();

        assertThat(keys.open(Base64.getDecoder().decode(SEALED_BY_TINK), "x.y.z\0lm\0a1"))
                .isEqualTo("林晓梅 13800138000");
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTimeAndOpensWhereItWasSealed() {
        var keys = Keyset.make();

        byte[] once = keys.seal("李秀英", HERE);

        assertThat(once).isNotEqualTo(keys.seal("李秀英", HERE));
        assertThat(new String(once, UTF_8)).doesNotContain("李");
        assertThat(keys.open(once, HERE)).isEqualTo("李秀英");
    }

    @Test
    void whatWasMovedToAnotherRowOrChangedDoesNotOpen() {
        var keys = Keyset.make();
        byte[] sealed = keys.seal("李秀英", HERE);

        assertThatThrownBy(() -> keys.open(sealed, "community.residents.name\0lm\0r08"))
                .isInstanceOf(WrongKeys.class)
                .hasMessageContaining("changed or moved");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> keys.open(changed, HERE)).isInstanceOf(WrongKeys.class);
        }
    }

    @Test
    void anOldKeyStillOpensAfterANewOneSeals() {
        var before = Keyset.make();
        byte[] old = before.seal("李秀英", HERE);

        var between = before.withOneMore();
        assertThat(between.sealing()).isEqualTo(before.sealing());
        var after = between.sealingWithTheNewest();

        assertThat(after.open(old, HERE)).isEqualTo("李秀英");
        assertThat(between.open(after.seal("王强", HERE), HERE)).isEqualTo("王强");
        assertThatThrownBy(() -> before.open(after.seal("王强", HERE), HERE)).hasMessageContaining("not at hand");
        assertThat(after.index("name", "李秀英")).isEqualTo(before.index("name", "李秀英"));
    }

    @Test
    void indexesOfDifferentColumnsAndKeysHaveNothingInCommon() {
        var keys = Keyset.make();

        assertThat(keys.index("name", "李秀英"))
                .isEqualTo(keys.index("name", "李秀英"))
                .isNotEqualTo(keys.index("phone", "李秀英"))
                .isNotEqualTo(Keyset.make().index("name", "李秀英"));
    }

    @Test
    void theFileIsForItsOwnerAlone() throws Exception {
        var file = new KeyFile(folder.resolve("keys.json"));
        var keys = Keyset.make().withOneMore();

        file.write(keys);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(file.read().open(keys.seal("李秀英", HERE), HERE)).isEqualTo("李秀英");
        assertThat(keys.toString()).matches("Keyset\\[[0-9a-f]{8}, [0-9a-f]{8}]");
    }

    @Test
    void aFileIsMadeByCommandAndNeverMadeAnew() throws Exception {
        Path path = folder.resolve("keys.json");
        String[] make = {"keys", "make", path.toString()};

        assertThat(KeysCommand.make(make)).hasValue(0);
        String made = Files.readString(path);
        assertThat(KeysCommand.make(make)).hasValue(2);

        assertThat(Files.readString(path)).isEqualTo(made);
        assertThat(KeysCommand.make(new String[] {"keys", "rotate"})).isEmpty();
        assertThat(KeysCommand.asOptions(new String[] {"keys", "rotate", "--x"}))
                .contains("--linli.keys-rotate=true", "--x");
    }

    @Test
    void whoeverStartsWithoutOneIsToldHowToMakeIt(CapturedOutput log) {
        var none = new Sealing("", folder, "postgresql://elsewhere/linli");

        assertThat(none.isOn()).isFalse();
        assertThat(log).contains("WARN", "keys make keys.json", "let LINLI_KEYS name it");
    }

    @Test
    void theFileHoldsWhatTinkReads() throws Exception {
        var file = new KeyFile(folder.resolve("keys.json"));
        file.make(Keyset.make());

        assertThat(Files.readString(file.path()))
                .contains("\"primaryKeyId\":", "google.crypto.tink.AesGcmKey", "\"outputPrefixType\":\"TINK\"");
    }

    @Test
    void keysOfAnotherKindAreNotTaken() throws Exception {
        Path path = folder.resolve("keys.json");
        String raw = TINKS_KEYS.replace("\"TINK\"", "\"RAW\"");
        Files.writeString(path, "{\"aead\":%s,\"index\":\"%s\"}".formatted(raw, "A".repeat(43) + "="));

        assertThatThrownBy(() -> new KeyFile(path).read()).isInstanceOf(WrongKeys.class);
    }

    /// Whoever forgets to make keys is told, and does not share those of a file that everybody can read.
    @Test
    void theKeysOfTheExampleOpenNothing() {
        var example = new KeyFile(Path.of("deploy/kubernetes/example/secrets/keys.json"));

        assertThatThrownBy(example::read).isInstanceOf(WrongKeys.class);
    }

    @Test
    void aBrokenFileIsToldWithoutWhatIsInIt() throws Exception {
        Path path = folder.resolve("keys.json");
        for (String broken : new String[] {"", "{}", "[1]", TINKS_KEYS, "{\"aead\":7,\"index\":\"GiAu4s1v7\"}"}) {
            Files.writeString(path, broken);
            assertThatThrownBy(() -> new KeyFile(path).read())
                    .isInstanceOf(WrongKeys.class)
                    .hasMessageContaining("keys.json")
                    .hasMessageNotContaining("GiAu4s1v7");
        }
    }
}
