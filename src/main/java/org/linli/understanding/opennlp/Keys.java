package org.linli.understanding.opennlp;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// Names as numbers, so that a message is looked up without making a string of each of its pieces.
///
/// Two of a million names have the same number about once in forty million models, and would share a weight.
final class Keys implements Respelling.Known {

    private static final int ABSENT = -1;
    private static final int UNSEEN = -2;
    private static final long START = 0xcbf29ce484222325L;
    private static final long STEP = 0x100000001b3L;

    private final long[] keys;
    private final int[] numbers;

    private Keys(long[] keys, int[] numbers) {
        this.keys = keys;
        this.numbers = numbers;
    }

    /// @param names each once; their numbers are their places here
    Keys(String[] names) {
        int size = Integer.highestOneBit(Math.max(4, names.length)) << 2;
        keys = new long[size];
        numbers = new int[size];
        Arrays.fill(numbers, ABSENT);
        for (int i = 0; i < names.length; i++) {
            int at = slot(key(names[i].charAt(0), names[i], 1, names[i].length()));
            keys[at] = key(names[i].charAt(0), names[i], 1, names[i].length());
            numbers[at] = i;
        }
    }

    void write(DataOutputStream to) throws IOException {
        Numbers.write(to, keys);
        Numbers.write(to, numbers);
    }

    static Keys read(DataInputStream from) throws IOException {
        return new Keys(Numbers.longs(from), Numbers.ints(from));
    }

    /// These names without those that were not seen.
    Keys only(boolean[] seen) {
        return new Keys(
                keys,
                Arrays.stream(numbers)
                        .map(it -> it == ABSENT || seen[it] ? it : UNSEEN)
                        .toArray());
    }

    /// The place of a name; below zero where there is none.
    int number(long key) {
        return numbers[slot(key)];
    }

    @Override
    public boolean are(char one, char other) {
        return number(key(Features.PIECE, one, other)) >= 0;
    }

    /// Of the name that begins with `kind` and goes on with these two.
    static long key(char kind, char one, char other) {
        return (((START ^ kind) * STEP ^ one) * STEP ^ other) * STEP;
    }

    /// Of the name that begins with `kind` and goes on like this range.
    static long key(char kind, CharSequence text, int from, int to) {
        long key = (START ^ kind) * STEP;
        for (int i = from; i < to; i++) {
            key = (key ^ text.charAt(i)) * STEP;
        }
        return key;
    }

    /// Where a key is, or the free place where it would be.
    private int slot(long key) {
        int at = spread(key) & (keys.length - 1);
        while (numbers[at] != ABSENT && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    static int spread(long key) {
        long mixed = (key ^ (key >>> 32)) * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 32);
    }
}
