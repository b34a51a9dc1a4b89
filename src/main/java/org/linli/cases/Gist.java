package org.linli.cases;

import java.util.HashSet;
import java.util.Set;

/// What a sentence speaks of, roughly: its pairs of neighbouring characters, without the characters that any
/// complaint contains. A character that stands alone counts for itself.
record Gist(Set<String> pairs) {

    /// Characters that say nothing about what is broken: particles, pronouns, "broken", "repair", "nobody", numbers
    /// and nouns of places.
    private static final String EMPTY_CHARACTERS =
            "的了吗呢啊吧呀我你您他她它们是在有没无不很又都就还也请这那个一二三四五六七八九十来去给被把和跟" + "坏修谁管人好能会要得着过么什怎样处理解决快点急楼栋幢号单元层室门口小区里面上下前后边旁附近今昨明天早晚";

    static Gist of(String words) {
        var pairs = new HashSet<String>();
        var run = new StringBuilder();
        words.codePoints().limit(2_000).forEach(c -> {
            if (says(c)) {
                run.appendCodePoint(c);
            } else {
                cut(run, pairs);
            }
        });
        cut(run, pairs);
        return new Gist(pairs);
    }

    /// Whether both may speak of the same thing. True when one of them says nothing in particular.
    boolean shares(Gist other) {
        return pairs.isEmpty()
                || other.pairs.isEmpty()
                || pairs.stream().anyMatch(mine -> other.pairs.stream().anyMatch(its -> isPartOf(mine, its)));
    }

    private static boolean isPartOf(String one, String other) {
        return one.contains(other) || other.contains(one);
    }

    private static boolean says(int c) {
        return Character.isIdeographic(c) && EMPTY_CHARACTERS.indexOf(c) < 0;
    }

    private static void cut(StringBuilder run, Set<String> pairs) {
        if (run.length() == 1) {
            pairs.add(run.toString());
        }
        for (int i = 0; i + 2 <= run.length(); i++) {
            pairs.add(run.substring(i, i + 2));
        }
        run.setLength(0);
    }
}
