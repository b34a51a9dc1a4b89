package org.linli.understanding.opennlp;

/// The same as [Rows], end to end in one array: whoever walks through them in any order waits for memory, and here a
/// row is a single stretch of it.
///
/// @param ends  by row where the next one begins; the first begins at 0
/// @param cells a feature and the bits of its value in turn
@SuppressWarnings("ArrayRecordComponent") // numbers, never compared
record PackedRows(int[] ends, int[] cells, int width) {

    static PackedRows of(Rows rows) {
        int[] ends = new int[rows.features().length];
        int end = 0;
        for (int row = 0; row < ends.length; row++) {
            end += 2 * rows.features()[row].length;
            ends[row] = end;
        }
        int[] cells = new int[end];
        int at = 0;
        for (int row = 0; row < ends.length; row++) {
            for (int i = 0; i < rows.features()[row].length; i++) {
                cells[at++] = rows.features()[row][i];
                cells[at++] = Float.floatToRawIntBits(rows.values()[row][i]);
            }
        }
        return new PackedRows(ends, cells, rows.width());
    }

    int count() {
        return ends.length;
    }

    int from(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    int to(int row) {
        return ends[row];
    }

    /// @param cell of a feature, from [#from] on every second one
    int feature(int cell) {
        return cells[cell];
    }

    float value(int cell) {
        return Float.intBitsToFloat(cells[cell + 1]);
    }
}
