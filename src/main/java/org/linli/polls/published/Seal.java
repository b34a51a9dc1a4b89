package org.linli.polls.published;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.polls.log.CheckKey;
import org.linli.polls.log.Hash;
import org.linli.polls.log.MerkleTree;
import org.linli.polls.log.TreeHead;

/// What makes a change of the file visible, and its place.
///
/// Each line has a check, the first eight digits of its SHA-256, so that a change is found; all lines with their checks
/// make a tree whose head is signed, so that a change of both is found too.
///
/// @param lines without their ends, each byte a character (ISO 8859-1), so that no byte is lost
record Seal(List<String> lines) {

    static final String CHECKS = "[checks]";
    static final String TITLE = "[seal]";

    private static final int CHECK = 8;
    private static final String REMARK = "ledger";

    static String check(String line) {
        return Hash.of(line).hex().substring(0, CHECK);
    }

    static TreeHead over(String log, List<String> lines) {
        var tree = tree(
                lines.stream().map(it -> it.getBytes(StandardCharsets.UTF_8)).toList());
        return new TreeHead(log, tree.size(), tree.root(), REMARK);
    }

    static String line(TreeHead.Signed seal) {
        return "%d;%s;%s".formatted(seal.head().size(), seal.head().root().base64(), seal.signature());
    }

    private static MerkleTree tree(List<byte[]> lines) {
        return MerkleTree.of(lines);
    }

    static Seal of(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        var lines = List.of(text.split("\n", -1));
        if (!lines.getLast().isEmpty()) {
            throw new Refused(lines.size(), "the last line has no end");
        }
        return new Seal(lines.subList(0, lines.size() - 1));
    }

    /// The lines before the checks, after these were found to be right. Throws [Refused] with the first that is not.
    List<String> content() {
        int title = lines.size() - 1;
        if (title < 2 || !lines.get(title - 1).equals(TITLE)) {
            throw new Refused(near(TITLE, title), "expected %s and one line".formatted(TITLE));
        }
        int checks = lines.indexOf(CHECKS);
        if (checks < 0) {
            throw new Refused(near(CHECKS, (lines.size() - 3) / 2 + 1), "expected " + CHECKS);
        }
        for (int i = 0; i < checks; i++) {
            int place = checks + 1 + i;
            if (place >= title - 1 || !lines.get(place).equals(checkOfBytes(lines.get(i)))) {
                throw refused(i, place);
            }
        }
        if (checks + 1 + checks != title - 1) {
            throw new Refused(checks + 2 + checks, "a check too many");
        }
        return lines.subList(0, checks).stream().map(Seal::decoded).toList();
    }

    /// Where a title stands that has lost the end of its line, or where it should stand.
    private int near(String title, int expected) {
        return IntStream.range(0, lines.size())
                        .filter(it -> lines.get(it).contains(title))
                        .findFirst()
                        .orElse(Math.max(0, expected - 1))
                + 1;
    }

    private static String checkOfBytes(String line) {
        return Hash.of(line.getBytes(StandardCharsets.ISO_8859_1)).hex().substring(0, CHECK);
    }

    private static String decoded(String line) {
        return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /// Either a line was changed or its check: whichever, put right, makes the sealed root again.
    private Refused refused(int line, int check) {
        boolean written = check < lines.size() - 2 && lines.get(check).matches("[0-9a-f]{8}");
        if (!written || isSealed(withCheck(line, check))) {
            return new Refused(check + 1, "the check of line %d was changed".formatted(line + 1));
        }
        return new Refused(line + 1, "it was changed: it does not fit its check");
    }

    private List<String> withCheck(int line, int check) {
        var mended = new ArrayList<>(lines);
        mended.set(check, checkOfBytes(lines.get(line)));
        return mended;
    }

    private boolean isSealed(List<String> all) {
        var cells = lines.getLast().split(";", -1);
        return cells.length == 3 && cells[1].equals(root(all).base64());
    }

    private static Hash root(List<String> all) {
        return tree(all.subList(0, all.size() - 2).stream()
                        .map(it -> it.getBytes(StandardCharsets.ISO_8859_1))
                        .toList())
                .root();
    }

    /// Throws [Refused] unless the key has sealed exactly these lines.
    void checkSigned(CheckKey key) {
        var cells = lines.getLast().split(";", -1);
        var sealed = new TreeHead(key.name(), lines.size() - 2, root(lines), REMARK);
        boolean good = cells.length == 3
                && lines.getLast().equals(line(new TreeHead.Signed(sealed, cells[2])))
                && new TreeHead.Signed(sealed, cells[2]).isBy(key);
        if (!good) {
            throw new Refused(lines.size(), "the seal is not that of these lines and of key " + key.name());
        }
    }
}
