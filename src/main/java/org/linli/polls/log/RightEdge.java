package org.linli.polls.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What has to be kept of a [MerkleTree] to name it and to go on: the roots of its full subtrees, the widest first, as
/// many as the number of entries has ones in binary.
public record RightEdge(int size, List<Hash> roots) {

    public static final RightEdge EMPTY = new RightEdge(0, List.of());

    public RightEdge {
        roots = List.copyOf(roots);
        if (roots.size() != Integer.bitCount(size)) {
            throw new IllegalArgumentException("%d roots of %d entries".formatted(roots.size(), size));
        }
    }

    /// With what [#text] has written. Throws `IllegalArgumentException` where it is none of that size.
    public static RightEdge read(int size, String text) {
        return new RightEdge(
                size,
                text.isEmpty()
                        ? List.of()
                        : Arrays.stream(text.split(" ")).map(Hash::fromBase64).toList());
    }

    public String text() {
        return roots.stream().map(Hash::base64).collect(Collectors.joining(" "));
    }

    /// @param leaves see [Hash#leaf], in their order
    public RightEdge with(Stream<Hash> leaves) {
        var edge = new ArrayList<>(roots);
        int many = size;
        for (Hash leaf : (Iterable<Hash>) leaves::iterator) {
            edge.add(leaf);
            for (int full = ++many; full % 2 == 0; full /= 2) {
                var right = edge.removeLast();
                edge.add(Hash.node(edge.removeLast(), right));
            }
        }
        return new RightEdge(many, edge);
    }

    /// The same as that of the tree.
    public Hash root() {
        return roots.reversed().stream()
                .reduce((right, left) -> Hash.node(left, right))
                .orElseGet(() -> Hash.of(new byte[0]));
    }
}
