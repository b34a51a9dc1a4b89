package org.linli.polls.published;

import java.util.ArrayList;
import java.util.List;
import org.linli.polls.log.SignKey;
import org.linli.polls.log.TreeHead;

/// Writes a [Ledger] as one text file: sections, a check of each line, a signed seal over all.
public final class WriteLedger {

    private WriteLedger() {}

    /// @param key the one that the ledger names
    public static String text(Ledger ledger, SignKey key) {
        var lines = new ArrayList<String>();
        lines.add(Ledger.TITLE);
        lines.add(Section.ROUND.title());
        lines.addAll(ledger.declared().lines());
        lines.add("key;" + ledger.key().written());
        lines.add(Section.LOG.title());
        ledger.entries().forEach(it -> lines.add(it.line()));
        lines.add(Section.HEADS.title());
        ledger.heads().forEach(it -> lines.add(head(it)));
        lines.add(Section.OPENINGS.title());
        ledger.openings().forEach(it -> lines.add(it.line()));
        lines.add(Section.RESULT.title());
        ledger.winners().forEach(it -> lines.add("winner;" + it));
        lines.add(Section.ELECTION.title());
        ledger.election().lines().forEach(lines::add);
        return sealed(lines, key);
    }

    private static String sealed(List<String> content, SignKey key) {
        var lines = new ArrayList<>(content);
        lines.add(Seal.CHECKS);
        content.forEach(it -> lines.add(Seal.check(it)));
        var seal = Seal.over(key.check().name(), lines).signed(key);
        lines.add(Seal.TITLE);
        lines.add(Seal.line(seal));
        return String.join("\n", lines) + "\n";
    }

    private static String head(TreeHead.Signed it) {
        return "%d;%s;%s;%s"
                .formatted(
                        it.head().size(), it.head().root().base64(), it.head().remark(), it.signature());
    }
}
