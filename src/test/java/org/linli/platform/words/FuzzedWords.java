package org.linli.platform.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/// Files of words and of rules, which people may change while the program runs.
public final class FuzzedWords {

    private static final Wording PACKED = Wording.read("a=说 {0} 和 {1,number}\nb={name} 好\nc=x");

    private FuzzedWords() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of(
                "a=\\u4f60 {1} {0}\nb=您好 {name}\nc='{'".getBytes(UTF_8),
                "name: x\nparts:\n  - a: [1, 2]\n    b: |\n      words\n".getBytes(UTF_8),
                "a: &x {b: *x}".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        try {
            Wording.read(text).insteadOf(PACKED);
        } catch (BrokenWords refused) {
            // as it should be
        }
        try {
            Tree.read(text);
        } catch (Tree.Unreadable refused) {
            // as it should be
        }
    }
}
