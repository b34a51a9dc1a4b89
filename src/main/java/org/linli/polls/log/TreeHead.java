package org.linli.polls.log;

import java.time.Instant;
import java.util.regex.Pattern;

/// The state of a log at a moment, as it is signed and sent around: after
/// [c2sp.org/tlog-checkpoint](https://c2sp.org/tlog-checkpoint).
///
/// @param log its name, see [CheckKey]
/// @param size number of entries
/// @param remark a line of its own: the moment, or what else is sealed
public record TreeHead(String log, int size, Hash root, String remark) {

    private static final Pattern NOTE =
            Pattern.compile("(\\S+)\n(\\d{1,9})\n([A-Za-z0-9+/=]{44})\n([^\n]+)\n\n— (\\S+) ([A-Za-z0-9+/=]+)\n?");

    public static TreeHead at(String log, int size, Hash root, Instant moment) {
        return new TreeHead(log, size, root, "at " + moment);
    }

    public static TreeHead of(CheckKey key, MerkleTree tree, Instant moment) {
        return at(key.name(), tree.size(), tree.root(), moment);
    }

    /// What is signed.
    public String text() {
        return String.join("\n", log, String.valueOf(size), root.base64(), remark, "");
    }

    public Signed signed(SignKey key) {
        return new Signed(this, key.sign(text()));
    }

    /// @param signature see [SignKey#sign]
    public record Signed(TreeHead head, String signature) {

        public boolean isBy(CheckKey key) {
            return head.log().equals(key.name()) && key.isBy(signature, head.text());
        }

        /// As it stands in a group's chat or on paper; programs for signed notes read it.
        public String note() {
            return "%s\n— %s %s\n".formatted(head.text(), head.log(), signature);
        }

        /// Spaces and line ends around it do not matter. Throws `IllegalArgumentException` where it is none.
        public static Signed read(String note) {
            var parts = NOTE.matcher(note.replace("\r", "").strip());
            if (!parts.matches() || !parts.group(1).equals(parts.group(5))) {
                throw new IllegalArgumentException("this is no signed head of a log");
            }
            var head = new TreeHead(
                    parts.group(1), Integer.parseInt(parts.group(2)), Hash.fromBase64(parts.group(3)), parts.group(4));
            return new Signed(head, parts.group(6));
        }
    }
}
