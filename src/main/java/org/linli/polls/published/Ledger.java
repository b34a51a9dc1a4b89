package org.linli.polls.published;

import java.util.List;
import org.linli.polls.log.CheckKey;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Level;
import org.linli.polls.log.MerkleTree;
import org.linli.polls.log.TreeHead;

/// All that is published of a vote.
///
/// @param key with which heads and the file are signed
/// @param entries the log, [Declared#entry()] first
/// @param heads in the order in which they were signed, the last one over the whole log
/// @param openings none unless the level is [org.linli.polls.log.Level#OPENINGS]
/// @param winners ids in order of choice
/// @param election a Pabulib file
public record Ledger(
        Declared declared,
        CheckKey key,
        List<Entry> entries,
        List<TreeHead.Signed> heads,
        List<Opening> openings,
        List<String> winners,
        String election) {

    /// Says what the file is, and in which edition.
    static final String TITLE = "linli-ledger 1";

    public Ledger {
        entries = List.copyOf(entries);
        heads = List.copyOf(heads);
        openings = List.copyOf(openings);
        winners = List.copyOf(winners);
    }

    /// At what level this was published.
    Level shown() {
        return declared.shown(counted());
    }

    MerkleTree tree() {
        var tree = new MerkleTree();
        entries.forEach(it -> tree.add(it.leaf()));
        return tree;
    }

    /// Ballots that count: cast, and neither replaced nor voided.
    long counted() {
        return entries.stream()
                .mapToInt(it -> switch (it.kind()) {
                    case RULES -> 0;
                    case CAST -> 1;
                    case REPLACED, VOIDED -> -1;
                })
                .sum();
    }
}
