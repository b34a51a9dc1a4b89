package org.linli.understanding.opennlp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Counts in the examples which characters stand beside each other, and keeps of those that sound alike the most
/// frequent.
final class LearnSpellings {

    /// What one or two examples have may be a slip of theirs.
    private static final int LEAST = 3;

    private record Kept(int written, int times) {

        Kept or(Kept other) {
            return times > other.times || times == other.times && written < other.written ? this : other;
        }
    }

    private final Map<Integer, Kept> sounds = new HashMap<>();

    private LearnSpellings() {}

    /// @param texts [Normalised]
    static Spellings from(List<String> texts) {
        var learnt = new LearnSpellings();
        int[] runs = texts.stream().flatMapToInt(LearnSpellings::runs).toArray();
        Arrays.parallelSort(runs);
        for (int from = 0; from < runs.length; ) {
            int to = from + 1;
            while (to < runs.length && runs[to] == runs[from]) {
                to++;
            }
            learnt.count(runs[from], to - from);
            from = to;
        }
        return learnt.packed();
    }

    /// One and two Chinese characters that stand together, each as a key.
    private static IntStream runs(String text) {
        var runs = IntStream.builder();
        char before = Spellings.NOTHING;
        for (char it : text.toCharArray()) {
            if (Features.isHan(it)) {
                runs.add(Spellings.key(Spellings.NOTHING, it));
            }
            if (Features.isHan(it) && before != Spellings.NOTHING) {
                runs.add(Spellings.key(before, it));
            }
            before = Features.isHan(it) ? it : Spellings.NOTHING;
        }
        return runs.build();
    }

    /// A character that nobody can say is not mistaken for another.
    private void count(int written, int times) {
        char first = (char) (written >>> Character.SIZE);
        char last = (char) written;
        boolean isSaid = isSaid(last) && (first == Spellings.NOTHING || isSaid(first));
        if (times >= LEAST && isSaid) {
            keep(Pinyin.of(first), Pinyin.of(last), written, times);
        }
        if (times >= LEAST && isSaid && first != Spellings.NOTHING) {
            keep(first, Pinyin.of(last), written, times);
            keep(Pinyin.of(first), last, written, times);
        }
    }

    private static boolean isSaid(char it) {
        return Pinyin.of(it) != it;
    }

    private void keep(char one, char other, int written, int times) {
        sounds.merge(Spellings.key(one, other), new Kept(written, times), Kept::or);
    }

    private Spellings packed() {
        int size = Integer.highestOneBit(Math.max(1, sounds.size())) << 2;
        var packed = new Spellings(new int[size], new int[size], new byte[size]);
        sounds.forEach((key, it) -> {
            int at = Spellings.slot(packed.keys(), key);
            packed.keys()[at] = key;
            packed.written()[at] = it.written();
            packed.times()[at] = (byte) Math.min(it.times(), Byte.MAX_VALUE);
        });
        return packed;
    }
}
