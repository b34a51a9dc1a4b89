package org.linli.understanding.spelling;

/// Whether a text has a name in it, though it is misspelt: 小抄市 is 小超市, 幸福里小曲 is 幸福里小区.
public final class NameHeard {

    /// 东门 sounds like too many other things.
    private static final int SHORTEST = 3;

    /// Of shorter names another one may be just one syllable away.
    private static final int SHORTEST_WITH_A_MISTAKE = 5;

    private NameHeard() {}

    public static boolean in(String text, String name) {
        return name.length() >= SHORTEST
                && Heard.of(Simplified.of(text))
                        .has(Heard.of(Simplified.of(name)), name.length() >= SHORTEST_WITH_A_MISTAKE ? 1 : 0);
    }
}
