package org.linli.polls.published;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.polls.log.CheckKey;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Hash;
import org.linli.polls.log.TreeHead;

/// A ledger's lines, and where its sections begin.
///
/// @param content see [Seal#content()]
record ReadLedger(List<String> content) {

    Ledger ledger() {
        if (content.isEmpty() || !content.getFirst().equals(Ledger.TITLE)) {
            throw new Refused(1, "expected '%s'".formatted(Ledger.TITLE));
        }
        var round = lines(Section.ROUND);
        var declared = at(first(Section.ROUND), () -> Declared.read(round.subList(0, Math.max(0, round.size() - 1))));
        var key = at(first(Section.ROUND) + round.size() - 1, () -> key(round));
        return new Ledger(
                declared,
                key,
                each(Section.LOG, Entry::read),
                each(Section.HEADS, it -> head(key.name(), it)),
                each(Section.OPENINGS, Opening::read),
                each(Section.RESULT, it -> it.replaceFirst("^winner;", "")),
                lines(Section.ELECTION).stream().collect(Collectors.joining("\n", "", "\n")));
    }

    /// The number of a section's first line.
    int first(Section section) {
        int title = content.indexOf(section.title());
        if (title < 0) {
            throw new Refused(content.size(), "no section " + section.title());
        }
        return title + 2;
    }

    private List<String> lines(Section section) {
        int next = section.ordinal() + 1;
        int end = next < Section.values().length ? first(Section.values()[next]) - 2 : content.size();
        if (end < first(section) - 1) {
            throw new Refused(first(section) - 1, "the sections are in another order");
        }
        return content.subList(first(section) - 1, end);
    }

    private <T> List<T> each(Section section, Function<String, T> read) {
        var lines = lines(section);
        var all = new ArrayList<T>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            all.add(at(first(section) + i, () -> read.apply(line)));
        }
        return all;
    }

    private static CheckKey key(List<String> round) {
        if (round.isEmpty() || !round.getLast().startsWith("key;")) {
            throw new IllegalArgumentException("expected the key");
        }
        return CheckKey.read(round.getLast().substring("key;".length()));
    }

    private static TreeHead.Signed head(String log, String line) {
        var cells = line.split(";", -1);
        if (cells.length != 4) {
            throw new IllegalArgumentException("expected size;root;moment;signature");
        }
        var head = new TreeHead(log, Integer.parseInt(cells[0]), Hash.fromBase64(cells[1]), cells[2]);
        return new TreeHead.Signed(head, cells[3]);
    }

    /// Something that can be read from a line.
    interface Reading<T> {
        T read();
    }

    static <T> T at(int line, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException broken) {
            throw new Refused(line, String.valueOf(broken.getMessage()));
        }
    }
}
