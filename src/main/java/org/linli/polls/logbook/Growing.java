package org.linli.polls.logbook;

import java.time.Instant;
import java.util.List;
import org.linli.polls.log.CheckKey;
import org.linli.polls.log.Hash;
import org.linli.polls.log.RightEdge;
import org.linli.polls.log.SignKey;
import org.linli.polls.log.TreeHead;

/// A log that may be signed, without its entries.
public record Growing(CheckKey check, SignKey sign, RightEdge edge) {

    Growing with(List<Hash> leaves) {
        return new Growing(check, sign, edge.with(leaves.stream()));
    }

    public TreeHead.Signed head(Instant moment) {
        return TreeHead.at(check.name(), edge.size(), edge.root(), moment).signed(sign);
    }
}
