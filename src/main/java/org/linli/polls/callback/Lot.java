package org.linli.polls.callback;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Hash;

/// Draws entries of a log by lot, so that everybody who has the log draws the same: pure.
///
/// Each ballot that counts gets the SHA-256 of `linli-callback-v1`, the poll, the seed that was declared before the
/// vote, the root of the first signed head with all ballots and its own commitment, joined by line feeds; the smallest
/// are drawn.
///
/// The root depends on every ballot, so no voter knows whom the lot falls on as long as somebody may still vote.
/// Whoever runs the service knows all ballots but the last and signs the head, and could try by which last ballot
/// the lot falls on whom: this the lot does not prevent.
///
/// @param poll the log's name
/// @param root Base64, as heads have it
public record Lot(String poll, String seed, String root) {

    /// So many entries there are up to the last ballot that came in; what follows only takes ballots out.
    static int withAllBallots(List<Entry> entries) {
        int all = entries.size();
        while (all > 0 && entries.get(all - 1).kind() == Entry.Kind.VOIDED) {
            all--;
        }
        return all;
    }

    /// Places in the log, from 0, in the order of the lot; as many as there are where there are fewer.
    public List<Integer> places(List<Entry> entries, int wanted) {
        return standing(entries).entrySet().stream()
                .sorted(Comparator.comparing(it -> ticket(it.getKey())))
                .limit(wanted)
                .map(Map.Entry::getValue)
                .toList();
    }

    /// Ballots that count: cast, and neither replaced nor voided.
    private static Map<String, Integer> standing(List<Entry> entries) {
        var standing = new HashMap<String, Integer>();
        for (int i = 0; i < entries.size(); i++) {
            String what = entries.get(i).what().hex();
            switch (entries.get(i).kind()) {
                case RULES -> {}
                case CAST -> standing.put(what, i);
                case REPLACED, VOIDED -> standing.remove(what);
            }
        }
        return standing;
    }

    private String ticket(String commitment) {
        return Hash.of(String.join("\n", "linli-callback-v1", poll, seed, root, commitment))
                .hex();
    }
}
