package org.linli.teaching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Puts messages together that say nearly the same, so that one click is enough for all: pure.
///
/// Two are alike that share most of their pairs of characters (Dice's coefficient); marks and the digits of numbers do
/// not count.
final class AlikeLessons {

    /// Two of three pairs of neighbouring characters: 电梯坏了 and 电灯坏了 share only one.
    private static final double ENOUGH = 0.66;

    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");

    private record Gathered(Set<String> pairs, List<Lesson> lessons) {}

    private AlikeLessons() {}

    /// In the order of the first of each. Every lesson is in exactly one group.
    static List<List<Lesson>> groups(List<Lesson> lessons) {
        var groups = new ArrayList<Gathered>();
        for (Lesson it : lessons) {
            var pairs = pairs(it.words());
            groups.stream()
                    .filter(group -> group.lessons().getFirst().inGroup() == it.inGroup()
                            && likeness(group.pairs(), pairs) >= ENOUGH)
                    .findFirst()
                    .orElseGet(() -> begun(pairs, groups))
                    .lessons()
                    .add(it);
        }
        return groups.stream().map(group -> List.copyOf(group.lessons())).toList();
    }

    /// Between 0 and 1; 1 for the same words.
    static double likeness(String one, String other) {
        return likeness(pairs(one), pairs(other));
    }

    private static double likeness(Set<String> some, Set<String> others) {
        long shared = some.stream().filter(others::contains).count();
        return 2.0 * shared / (some.size() + others.size());
    }

    private static Gathered begun(Set<String> pairs, List<Gathered> groups) {
        var group = new Gathered(pairs, new ArrayList<>());
        groups.add(group);
        return group;
    }

    private static Set<String> pairs(String words) {
        String letters = MARKS.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("");
        String edged = "^" + NUMBER.matcher(letters.isEmpty() ? words : letters).replaceAll("0") + "$";
        var pairs = new HashSet<String>();
        for (int i = 0; i + 1 < edged.length(); i++) {
            pairs.add(edged.substring(i, i + 2));
        }
        return pairs;
    }
}
