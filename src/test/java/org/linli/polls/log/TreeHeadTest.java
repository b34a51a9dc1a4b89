package org.linli.polls.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeHeadTest {

    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private final SignKey key = SignKey.make("linli.example/lm/7");
    private final MerkleTree tree = MerkleTree.of(List.of(new byte[] {1}, new byte[] {2}));
    private final TreeHead.Signed signed = TreeHead.of(key.check(), tree, NOON).signed(key);

    /// The example in the documentation of Go's `golang.org/x/mod/sumdb/note`.
    @Test
    void notesOfOtherProgramsAreUnderstood() {
        var peter = CheckKey.read("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        String said = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.
                """;
        String signature =
                "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";

        assertThat(peter.isBy(signature, said)).isTrue();
        assertThat(peter.isBy(signature, said + " ")).isFalse();
        assertThat(peter.written()).isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }

    @Test
    void aHeadIsReadAsItWasWrittenDown() {
        assertThat(TreeHead.Signed.read(signed.note())).isEqualTo(signed);
        assertThat(TreeHead.Signed.read("  " + signed.note().replace("\n", "\r\n")))
                .isEqualTo(signed);
        assertThat(signed.head().text())
                .isEqualTo("linli.example/lm/7\n2\n" + tree.root().base64() + "\nat 2026-11-21T04:00:00Z\n");
    }

    @Test
    void onlyTheKeyOfTheLogSigns() {
        var other = SignKey.make("linli.example/lm/7");

        assertThat(signed.isBy(key.check())).isTrue();
        assertThat(signed.isBy(other.check())).isFalse();
        assertThat(TreeHead.of(other.check(), tree, NOON).signed(other).isBy(key.check()))
                .isFalse();
    }

    @Test
    void aChangedHeadIsNotSigned() {
        var later = new TreeHead.Signed(TreeHead.of(key.check(), tree, NOON.plusSeconds(1)), signed.signature());
        var shorter = new TreeHead.Signed(TreeHead.at("linli.example/lm/7", 1, tree.root(), NOON), signed.signature());

        assertThat(later.isBy(key.check())).isFalse();
        assertThat(shorter.isBy(key.check())).isFalse();
    }

    @Test
    void aKeptKeySignsOn() {
        var again = SignKey.read(key.keep(), CheckKey.read(key.check().written()));

        assertThat(signed.head().signed(again)).isEqualTo(signed);
        assertThat(key.toString()).doesNotContain(key.keep().substring(20));
    }

    @Test
    void whatIsNoHeadIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TreeHead.Signed.read("hello"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TreeHead.Signed.read(signed.note().replace("—", "-")));
        assertThatIllegalArgumentException().isThrownBy(() -> CheckKey.read("a+b+c"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckKey.read(key.check().written().replace("/7+", "/8+")));
    }
}
