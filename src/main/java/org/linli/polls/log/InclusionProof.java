package org.linli.polls.log;

import java.util.List;

/// That an entry is in a log.
///
/// @param index of the entry, from 0
/// @param size of the log
/// @param path of neighbours, from the leaf up
public record InclusionProof(int index, int size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /// RFC 9162, section 2.1.3.2.
    public boolean proves(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        int node = index;
        int last = size - 1;
        var hash = leaf;
        for (Hash neighbour : path) {
            if (last == 0) {
                return false;
            }
            if (node % 2 == 1 || node == last) {
                hash = Hash.node(neighbour, hash);
                while (node % 2 == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.node(hash, neighbour);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
