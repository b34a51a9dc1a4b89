package org.linli.community.file;

import java.util.List;
import java.util.Map;

/// One row of a table as it stands in the file, unchecked.
///
/// @param line  where it begins; 1 is the first
/// @param cells by column; a blank one is left out
record Row(String table, int line, Map<String, Cell> cells) {

    /// @param texts one, or several where the file has a list
    record Cell(int line, List<String> texts) {}
}
