package org.linli.polls.logbook;

import java.util.List;
import java.util.Optional;
import org.linli.platform.database.CommunityId;
import org.linli.polls.log.CheckKey;
import org.linli.polls.log.Entry;
import org.linli.polls.log.MerkleTree;
import org.linli.polls.log.SignKey;
import org.linli.polls.log.TreeHead;
import org.linli.polls.published.Declared;

/// The log of one vote at a moment.
///
/// @param sign  empty once it was destroyed: nothing is signed any more
/// @param heads the earliest first
public record Log(
        CommunityId community,
        String poll,
        CheckKey check,
        Optional<SignKey> sign,
        Declared declared,
        List<Entry> entries,
        List<TreeHead.Signed> heads) {

    public Log {
        entries = List.copyOf(entries);
        heads = List.copyOf(heads);
    }

    public MerkleTree tree() {
        var tree = new MerkleTree();
        entries.forEach(it -> tree.add(it.leaf()));
        return tree;
    }

    public Optional<TreeHead.Signed> lastHead() {
        return heads.isEmpty() ? Optional.empty() : Optional.of(heads.getLast());
    }
}
