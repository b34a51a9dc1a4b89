package org.linli.platform.secrets;

import static java.util.Objects.requireNonNull;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;

/// A file as its row holds it: sealed, or open as the version before wrote it.
///
/// @param sealed empty where it is open
/// @param bytes  what they are beside a sealed one says nothing
public record KeptFile(String sealed, byte[] bytes) {

    /// @param row with the columns `sealed` and `bytes`
    public static KeptFile of(Readable row) {
        return new KeptFile(text(row, "sealed"), requireNonNull(row.get("bytes", byte[].class)));
    }

    @Override
    public String toString() {
        return "KeptFile";
    }
}
