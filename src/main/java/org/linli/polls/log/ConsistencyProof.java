package org.linli.polls.log;

import java.util.ArrayList;
import java.util.List;

/// That a log only continues an older state of itself: nothing was taken out, changed or put between.
///
/// @param older size of the older one, at least 1
/// @param size of the newer one
public record ConsistencyProof(int older, int size, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /// RFC 9162, section 2.1.4.2.
    public boolean proves(Hash before, Hash after) {
        if (older < 1 || older > size) {
            return false;
        }
        if (older == size) {
            return path.isEmpty() && before.equals(after);
        }
        var hashes = new ArrayList<>(path);
        if (Integer.bitCount(older) == 1) {
            hashes.addFirst(before);
        }
        return !hashes.isEmpty() && climbs(hashes, before, after);
    }

    private boolean climbs(List<Hash> hashes, Hash before, Hash after) {
        int node = older - 1;
        int last = size - 1;
        int shared = Integer.numberOfTrailingZeros(~node);
        node >>= shared;
        last >>= shared;
        var old = hashes.getFirst();
        var young = hashes.getFirst();
        for (Hash next : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if (node % 2 == 1 || node == last) {
                old = Hash.node(next, old);
                young = Hash.node(next, young);
                while (node % 2 == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                young = Hash.node(young, next);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && old.equals(before) && young.equals(after);
    }
}
