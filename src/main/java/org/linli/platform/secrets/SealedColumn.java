package org.linli.platform.secrets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column whose texts are sealed. Where they stand is sealed with them: put into another row they do not open.
///
/// @param table  with its schema
/// @param key    the columns of the table's key, all texts, the community first; none where it has one row
/// @param index  a column of the same table, an array of prints by which rows are found; `null` without
/// @param search what is in the index
/// @param atOnce how many rows are sealed anew at a time
public record SealedColumn(
        String table,
        String column,
        List<String> key,
        @Nullable String index,
        Search search,
        int atOnce) {

    private static final int TEXTS = 200;
    private static final int FILES = 1;

    public SealedColumn {
        key = List.copyOf(key);
    }

    public SealedColumn(String table, String column, String... key) {
        this(table, column, List.of(key), null, Search.PARTS, TEXTS);
    }

    public SealedColumn indexedBy(Search by, String indexColumn) {
        return new SealedColumn(table, column, key, indexColumn, by, atOnce);
    }

    /// The same, of texts that take megabytes each.
    public SealedColumn ofFiles() {
        return new SealedColumn(table, column, key, index, search, FILES);
    }

    /// @param row the values of the key, in its order
    String where(List<String> row) {
        if (row.size() != key.size()) {
            throw new IllegalArgumentException(
                    "%s: a key of %d values (expected: %s)".formatted(table, row.size(), key));
        }
        return table + "." + column + "\0" + String.join("\0", row);
    }
}
