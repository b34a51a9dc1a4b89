package org.linli.channels.xmpp;

import org.jspecify.annotations.Nullable;
import org.linli.platform.signing.Sha256;

/// The ids of messages: ours, made of a letter's key, and others', made of the server's.
final class LetterId {

    private static final String OURS = "linli-";
    private static final String BEHIND = "behind-";
    private static final int LONGEST = 64;

    private LetterId() {}

    /// The same for the same letter, and telling nothing about it.
    static String of(String key) {
        return OURS + hash(key, 16);
    }

    static boolean isOurs(@Nullable String id) {
        return id != null && id.matches(OURS + "[0-9a-f]{32}");
    }

    /// The id of the question that follows a letter, whose answer says that the letter was taken.
    static String behind(String letter) {
        return BEHIND + letter;
    }

    /// The inverse of [#behind]; anything else stays as it is.
    static String before(String id) {
        return id.startsWith(BEHIND) ? id.substring(BEHIND.length()) : id;
    }

    /// Ids are unique within an archive only, and some servers simply count.
    ///
    /// @return at most 97 characters
    static String inArchive(CharSequence archive, String id) {
        return hash(archive.toString(), 8) + "-" + (id.length() <= LONGEST ? id : hash(id, 32));
    }

    static String hash(String text, int bytes) {
        return Sha256.hex(text, bytes);
    }
}
