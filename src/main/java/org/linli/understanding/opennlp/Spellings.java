package org.linli.understanding.opennlp;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// How the examples mostly write what sounds like this: 电 and then something that sounds like 梯 is 电梯. Known by a
/// character and the sound beside it, by two sounds, and by one.
///
/// @param keys    by slot two characters or sounds, 0 where it is free
/// @param written by slot the two characters that are mostly written, one where one sound was asked for
/// @param times   by slot how many times the examples have them, at most 127
@SuppressWarnings("ArrayRecordComponent") // never compared
record Spellings(int[] keys, int[] written, byte[] times) {

    static final int NOWHERE = -1;

    /// What stands before a sound that is asked for alone.
    static final char NOTHING = 0;

    static int key(char one, char other) {
        return one << 16 | other;
    }

    /// A slot, or [#NOWHERE].
    int find(char one, char other) {
        int at = slot(keys, key(one, other));
        return keys[at] == 0 ? NOWHERE : at;
    }

    char first(int slot) {
        return (char) (written[slot] >>> 16);
    }

    char second(int slot) {
        return (char) written[slot];
    }

    /// 0 for [#NOWHERE].
    int times(int slot) {
        return slot == NOWHERE ? 0 : times[slot];
    }

    /// Of two slots the one that the examples have more often.
    int likelier(int one, int other) {
        return times(one) >= times(other) ? one : other;
    }

    /// Where a key is, or the free place where it would be.
    static int slot(int[] keys, int key) {
        int at = Keys.spread(key) & (keys.length - 1);
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    void write(DataOutputStream to) throws IOException {
        Numbers.write(to, keys);
        Numbers.write(to, written);
        Numbers.write(to, times);
    }

    static Spellings read(DataInputStream from) throws IOException {
        return new Spellings(Numbers.ints(from), Numbers.ints(from), Numbers.bytes(from));
    }
}
