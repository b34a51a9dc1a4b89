package org.linli.community.file;

/// What is wrong with a file, and where.
///
/// @param line 1 is the first; 0 where something is missing that has no line
public record Problem(String file, int line, String what) {

    @Override
    public String toString() {
        return line == 0 ? "%s: %s".formatted(file, what) : "%s line %d: %s".formatted(file, line, what);
    }
}
