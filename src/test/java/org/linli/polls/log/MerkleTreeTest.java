package org.linli.polls.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    /// The entries that logs of certificates are tested with, and the roots of the first none, one, two … of them:
    /// `testonly` of github.com/transparency-dev/merkle, the same in google/certificate-transparency.
    private static final List<byte[]> KNOWN = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .toList();
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreThoseOfOtherPrograms() {
        var tree = MerkleTree.of(KNOWN);

        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(tree.root(size).hex()).isEqualTo(ROOTS.get(size));
        }
    }

    @Property(tries = 200)
    void whoeverKeptTheRightEdgeAloneGoesOnToTheSameRoot(
            @ForAll @IntRange(max = 70) int before, @ForAll @IntRange(max = 70) int after) {
        var leaves = IntStream.range(0, before + after)
                .mapToObj(i -> Hash.leaf(new byte[] {(byte) i}))
                .toList();
        var tree = new MerkleTree();
        leaves.forEach(tree::add);

        var kept = RightEdge.EMPTY.with(leaves.subList(0, before).stream());
        var read = RightEdge.read(before, kept.text());

        assertThat(kept.root()).isEqualTo(tree.root(before));
        assertThat(read.with(leaves.subList(before, before + after).stream()).root())
                .isEqualTo(tree.root());
    }

    @Test
    void anEdgeOfAnotherSizeIsNone() {
        String two = RightEdge.EMPTY
                .with(Stream.of(Hash.of("a"), Hash.of("b"), Hash.of("c")))
                .text();

        assertThatIllegalArgumentException().isThrownBy(() -> RightEdge.read(4, two));
    }

    /// Section 2.1.3 of RFC 6962 draws a tree of seven entries `d0 … d6` with leaves `a b c d e f j` and names the
    /// nodes of each proof.
    @Test
    void proofsAreThoseOfTheRfc() {
        var tree = MerkleTree.of(KNOWN.subList(0, 7));
        var leaves = KNOWN.stream().map(Hash::leaf).toList();
        Hash a = leaves.get(0);
        Hash b = leaves.get(1);
        Hash c = leaves.get(2);
        Hash d = leaves.get(3);
        Hash e = leaves.get(4);
        Hash f = leaves.get(5);
        Hash j = leaves.get(6);
        Hash g = Hash.node(a, b);
        Hash h = Hash.node(c, d);
        Hash i = Hash.node(e, f);
        Hash k = Hash.node(g, h);
        Hash l = Hash.node(i, j);

        assertThat(tree.inclusion(0, 7).path()).containsExactly(b, h, l);
        assertThat(tree.inclusion(3, 7).path()).containsExactly(c, g, l);
        assertThat(tree.inclusion(4, 7).path()).containsExactly(f, j, k);
        assertThat(tree.inclusion(6, 7).path()).containsExactly(i, k);
        assertThat(tree.consistency(3, 7).path()).containsExactly(c, d, g, l);
        assertThat(tree.consistency(4, 7).path()).containsExactly(l);
        assertThat(tree.consistency(6, 7).path()).containsExactly(i, j, k);
    }

    /// Proofs that the tests of those logs expect of their eight entries.
    @Test
    void proofsAreThoseOfOtherPrograms() {
        var tree = MerkleTree.of(KNOWN);

        assertThat(hex(tree.inclusion(0, 8).path()))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(tree.inclusion(5, 8).path()))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(tree.consistency(6, 8).path()))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(tree.consistency(2, 5).path()))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    /// Each proof holds for its own entry and state, and for no other.
    @Test
    void everyProofHoldsForOneEntryOnly() {
        var tree = MerkleTree.of(entries(20));
        for (int size = 1; size <= 20; size++) {
            for (int index = 0; index < size; index++) {
                var proof = tree.inclusion(index, size);
                for (int other = 0; other < 20; other++) {
                    assertThat(proof.proves(Hash.leaf(entries(20).get(other)), tree.root(size)))
                            .isEqualTo(other == index);
                }
                assertThat(proof.proves(Hash.leaf(entries(20).get(index)), tree.root(size - 1)))
                        .isFalse();
            }
        }
    }

    @Test
    void everyStateContinuesTheOlderOnesOnly() {
        var tree = MerkleTree.of(entries(20));
        for (int size = 1; size <= 20; size++) {
            for (int older = 1; older <= size; older++) {
                var proof = tree.consistency(older, size);
                for (int other = 1; other <= 20; other++) {
                    assertThat(proof.proves(tree.root(other), tree.root(size))).isEqualTo(other == older);
                    assertThat(proof.proves(tree.root(older), tree.root(other))).isEqualTo(other == size);
                }
            }
        }
    }

    /// An older entry is changed, taken out or put between: no list of hashes from the new log makes up for it.
    @Property(tries = 200)
    void aRewrittenLogDoesNotContinueTheOldOne(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(max = 9) Integer> said,
            @ForAll int which,
            @ForAll int cut) {
        int older = 1 + Math.floorMod(cut, said.size() - 1);
        var before = MerkleTree.of(bytes(said));
        var rewritten = new ArrayList<>(said);
        rewritten.set(Math.floorMod(which, older), 10);
        var after = MerkleTree.of(bytes(rewritten));

        var proof = after.consistency(older, said.size());

        assertThat(proof.proves(before.root(older), after.root())).isFalse();
        assertThat(before.consistency(older, said.size()).proves(before.root(older), before.root()))
                .isTrue();
    }

    @Test
    void aProofWithAHashLessOrMoreIsNone() {
        var tree = MerkleTree.of(entries(11));
        var proof = tree.inclusion(5, 11);
        var longer = new ArrayList<>(proof.path());
        longer.add(tree.root());
        var leaf = Hash.leaf(entries(11).get(5));

        assertThat(new InclusionProof(5, 11, longer).proves(leaf, tree.root())).isFalse();
        assertThat(new InclusionProof(5, 11, longer.subList(0, longer.size() - 2)).proves(leaf, tree.root()))
                .isFalse();
        assertThat(new ConsistencyProof(5, 11, List.of()).proves(tree.root(5), tree.root()))
                .isFalse();
    }

    @Test
    void nothingIsProvenOfEntriesThatAreNotThere() {
        var tree = MerkleTree.of(entries(3));

        assertThatIllegalArgumentException().isThrownBy(() -> tree.root(4)).withMessageContaining("3 entries");
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(0, 3));
    }

    private static List<String> hex(List<Hash> path) {
        return path.stream().map(Hash::hex).toList();
    }

    private static List<byte[]> entries(int many) {
        return IntStream.range(0, many).mapToObj(it -> new byte[] {(byte) it}).toList();
    }

    private static List<byte[]> bytes(List<Integer> said) {
        return said.stream().map(it -> new byte[] {it.byteValue()}).toList();
    }
}
