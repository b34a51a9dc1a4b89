package org.linli.polls.logbook;

import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Hash;
import org.linli.polls.log.TreeHead;

/// What rows of logs say.
final class LogRows {

    private LogRows() {}

    static Entry entry(Readable row) {
        return new Entry(Entry.Kind.valueOf(text(row, "kind")), Hash.fromHex(text(row, "what")), text(row, "reason"));
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
