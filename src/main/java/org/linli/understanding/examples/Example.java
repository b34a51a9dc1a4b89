package org.linli.understanding.examples;

/// One sentence that somebody might write, and what it wants.
///
/// @param label like `report.noise`
/// @param file  path within the folder, like `report/noise.yml`
/// @param line  in that file, from 1
public record Example(String label, String text, String file, int line) {

    /// Where it stands: `report/noise.yml:7`.
    public String where() {
        return file + ":" + line;
    }
}
