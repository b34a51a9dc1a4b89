package org.linli.polls.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.polls.log.Hash;
import org.linli.polls.logbook.Log;

/// A state of a log that somebody kept, as the links in groups name it: `3.` and the root in hex.
///
/// @param size  number of entries
/// @param holds whether the log still begins with it
record Kept(int size, boolean holds) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})\\.([0-9a-f]{64})");

    /// Empty where it names none.
    static Optional<Kept> in(Log log, String written) {
        var parts = WRITTEN.matcher(written.strip());
        return parts.matches()
                ? Optional.of(of(log, Integer.parseInt(parts.group(1)), Hash.fromHex(parts.group(2))))
                : Optional.empty();
    }

    private static Kept of(Log log, int size, Hash root) {
        boolean is = size >= 1 && size <= log.entries().size();
        return new Kept(size, is && log.tree().root(size).equals(root));
    }
}
