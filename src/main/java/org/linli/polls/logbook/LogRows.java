package org.linli.polls.logbook;

import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Entry.Kind;
import org.linli.polls.log.Hash;
import org.linli.polls.log.TreeHead;

/// What rows of logs say.
final class LogRows {

    /// Of an entry whose reason is part of its leaf. A program that does not know reasons does not know this word
    /// either: it fails, instead of signing a root without them.
    private static final String VOIDED_FOR = "VOIDED_FOR";

    private LogRows() {}

    /// As it is stored.
    static String kind(Entry entry) {
        return entry.reason().isEmpty() ? entry.kind().name() : VOIDED_FOR;
    }

    static Entry entry(Readable row) {
        String kind = text(row, "kind");
        return new Entry(
                kind.equals(VOIDED_FOR) ? Kind.VOIDED : Kind.valueOf(kind),
                Hash.fromHex(text(row, "what")),
                text(row, "reason"));
    }

    /// With a column `log`: the log's name.
    static TreeHead.Signed head(Readable row) {
        return new TreeHead.Signed(
                new TreeHead(
                        text(row, "log"),
                        integer(row, "size"),
                        Hash.fromBase64(text(row, "root")),
                        text(row, "remark")),
                text(row, "signature"));
    }
}
