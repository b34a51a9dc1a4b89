package org.linli.teaching;

import java.util.ArrayList;
import java.util.List;

/// One file of examples with lines added at one spot.
///
/// @param path  within the folder of examples
/// @param lines as they are
/// @param at    behind so many of them
/// @param added with their indentation
public record ChangedFile(String path, String before, List<String> lines, int at, List<String> added) {

    private static final int CONTEXT = 3;

    public ChangedFile {
        lines = List.copyOf(lines);
        added = List.copyOf(added);
    }

    public String after() {
        var all = new ArrayList<>(lines.subList(0, at));
        all.addAll(added);
        all.addAll(lines.subList(at, lines.size()));
        return String.join("\n", all) + "\n";
    }

    /// One hunk as `diff -u` writes it, without the names of the file.
    public String diff() {
        int from = Math.max(0, at - CONTEXT);
        int to = Math.min(lines.size(), at + CONTEXT);
        var diff = new StringBuilder(
                "@@ -%d,%d +%d,%d @@\n".formatted(from + 1, to - from, from + 1, to - from + added.size()));
        lines.subList(from, at).forEach(it -> diff.append(' ').append(it).append('\n'));
        added.forEach(it -> diff.append('+').append(it).append('\n'));
        lines.subList(at, to).forEach(it -> diff.append(' ').append(it).append('\n'));
        return diff.toString();
    }

    String patch(String folder) {
        return "--- a/%1$s/%2$s\n+++ b/%1$s/%2$s\n%3$s".formatted(folder, path, diff());
    }

    @Override
    public String toString() {
        return "ChangedFile[" + path + "]";
    }
}
