package org.linli.understanding.spelling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The pairs of neighbouring syllables of a report, without those that any complaint contains: 電梯 and 垫梯 sound alike.
///
/// A syllable that stands alone counts for itself.
public record Sounds(Set<String> pairs) {

    /// Characters that say nothing about what is wrong: particles, pronouns, "broken", "repair", "nobody", numbers and
    /// nouns of places.
    private static final String EMPTY =
            "的了吗呢啊吧呀我你您他她它们是在有没无不很又都就还也请这那个一二三四五六七八九十来去给被把和跟坏修谁管人好能会要得着过么什怎样处理解决快点急楼栋幢号单元层室门口小区里面上下前后边旁附近今昨明天早晚";

    private static final int MOST = 2_000;

    public Sounds {
        pairs = Set.copyOf(pairs);
    }

    public static Sounds of(String said) {
        var pairs = new HashSet<String>();
        var run = new ArrayList<String>();
        for (char it : (Plain.of(said.substring(0, Math.min(MOST, said.length()))) + " ").toCharArray()) {
            if (Character.isIdeographic(it) && EMPTY.indexOf(it) < 0) {
                run.add(Letters.sound(Character.toString(it)));
            } else {
                pair(run, pairs);
                run.clear();
            }
        }
        return new Sounds(pairs);
    }

    public boolean isEmpty() {
        return pairs.isEmpty();
    }

    private static void pair(List<String> run, Set<String> pairs) {
        if (run.size() == 1) {
            pairs.add(run.getFirst());
        }
        for (int i = 0; i + 2 <= run.size(); i++) {
            pairs.add(run.get(i) + " " + run.get(i + 1));
        }
    }

    /// How many pairs both have; single syllables are too common.
    public int inCommon(Sounds other) {
        return (int) pairs.stream()
                .filter(it -> it.indexOf(' ') > 0 && other.pairs().contains(it))
                .count();
    }

    /// The cosine of both: 0 to 1.
    public double share(Sounds other) {
        if (isEmpty() || other.isEmpty()) {
            return 0;
        }
        var both = new HashSet<>(pairs);
        both.retainAll(other.pairs());
        return both.size() / Math.sqrt((double) pairs.size() * other.pairs().size());
    }
}
