package org.linli.polls.log;

import java.util.ArrayList;
import java.util.List;

/// A list to which entries are only added, as a tree of hashes: RFC 6962, section 2.1.
///
/// The root names the whole list. That an entry is in it, and that a list only continues an older one, is proven
/// with about as many hashes as the number of entries has binary digits. Not safe for use by several threads.
public final class MerkleTree {

    /// Full subtrees: at place `i` of row `k` the one over the `2^k` leaves from `i * 2^k` on.
    private final List<List<Hash>> rows = new ArrayList<>(List.of(new ArrayList<>()));

    public static MerkleTree of(List<byte[]> entries) {
        var tree = new MerkleTree();
        entries.forEach(it -> tree.add(Hash.leaf(it)));
        return tree;
    }

    /// @param leaf see [Hash#leaf]
    public void add(Hash leaf) {
        var complete = leaf;
        int row = 0;
        rows.getFirst().add(complete);
        while (rows.get(row).size() % 2 == 0) {
            var full = rows.get(row);
            complete = Hash.node(full.get(full.size() - 2), full.getLast());
            row++;
            if (row == rows.size()) {
                rows.add(new ArrayList<>());
            }
            rows.get(row).add(complete);
        }
    }

    public int size() {
        return rows.getFirst().size();
    }

    public Hash root() {
        return root(size());
    }

    /// As it was when there were so many entries.
    public Hash root(int size) {
        refuseUnless(0 <= size && size <= size(), size);
        return size == 0 ? Hash.of(new byte[0]) : over(0, size);
    }

    /// @param index of the entry, from 0
    /// @param size of the tree for whose root it is
    public InclusionProof inclusion(int index, int size) {
        refuseUnless(0 <= index && index < size && size <= size(), index);
        var path = new ArrayList<Hash>();
        addPath(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    /// That the first `size` entries begin with the first `older`.
    public ConsistencyProof consistency(int older, int size) {
        refuseUnless(0 < older && older <= size && size <= size(), older);
        var path = new ArrayList<Hash>();
        addRest(older, 0, size, true, path);
        return new ConsistencyProof(older, size, path);
    }

    private Hash over(int from, int to) {
        int width = to - from;
        if (Integer.bitCount(width) == 1) {
            return rows.get(Integer.numberOfTrailingZeros(width)).get(from / width);
        }
        int middle = middle(from, to);
        return Hash.node(over(from, middle), over(middle, to));
    }

    /// The left part is as wide as the largest power of two that leaves something to the right.
    private static int middle(int from, int to) {
        return from + Integer.highestOneBit(to - from - 1);
    }

    private void addPath(int index, int from, int to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        int middle = middle(from, to);
        if (index < middle) {
            addPath(index, from, middle, path);
            path.add(over(middle, to));
        } else {
            addPath(index, middle, to, path);
            path.add(over(from, middle));
        }
    }

    /// SUBPROOF of the RFC.
    ///
    /// @param known whether the older root is that of this very subtree, as whoever checks knows
    private void addRest(int older, int from, int to, boolean known, List<Hash> path) {
        if (older == to) {
            if (!known) {
                path.add(over(from, to));
            }
            return;
        }
        int middle = middle(from, to);
        if (older <= middle) {
            addRest(older, from, middle, known, path);
            path.add(over(middle, to));
        } else {
            addRest(older, middle, to, false, path);
            path.add(over(from, middle));
        }
    }

    private void refuseUnless(boolean within, int asked) {
        if (!within) {
            throw new IllegalArgumentException("%d of a log with %d entries".formatted(asked, size()));
        }
    }
}
