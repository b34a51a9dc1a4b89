package org.linli.community.file;

import java.util.List;
import java.util.Map;

/// One row of a table as it stands in the file, unchecked.
///
/// @param line  where it begins; 1 is the first
/// @param cells by column; a blank one is left out
/// @param sheet what the file calls the table
/// @param heads what it calls columns, or would, where that is not what we do
/// @param alone whether its line is found without the sheet: there is no other
record Row(String table, int line, Map<String, Cell> cells, String sheet, Map<String, String> heads, boolean alone) {

    /// @param texts one, or several where the file has a list
    record Cell(int line, List<String> texts) {}

    /// Of a file in our words.
    Row(String table, int line, Map<String, Cell> cells) {
        this(table, line, cells, table, Map.of(), true);
    }

    /// A column as whoever wrote the file calls it.
    String called(String column) {
        return heads.getOrDefault(column, column);
    }
}
