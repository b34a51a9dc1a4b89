package org.linli.understanding.opennlp;

import java.util.Arrays;

/// The features of one message, each once, as numbers: those of what is written come before those of what is meant.
final class NumberedFeatures implements Features.Ear {

    private static final int ROOM = 256;

    private final Keys names;
    private long[] keys = new long[2 * ROOM];
    private int[] places = new int[ROOM];
    private int[] known = new int[ROOM];
    private int knownCount;
    private int all;
    private int writtenCount;
    private int writtenAll;
    private boolean breathless;

    NumberedFeatures(Keys names) {
        this.names = names;
    }

    /// Hears a message as it is written, and then as it was probably meant.
    void listen(String said, Spellings spellings) {
        String text = Normalised.of(said).text();
        breathless = Breathless.is(text);
        Features.tell(said, text, this);
        writtenCount = knownCount;
        writtenAll = all;
        Respelling.tell(said, text, names, spellings, this);
    }

    @Override
    public void hear(char kind, CharSequence text, int from, int to) {
        long key = Keys.key(kind, text, from, to);
        if (isNew(key == 0 ? 1 : key)) {
            keep(names.number(key));
        }
    }

    /// Hears another message from now on. Takes as long as this message had features, whatever came before it.
    void forget() {
        for (int i = 0; i < all; i++) {
            keys[places[i]] = 0;
        }
        knownCount = 0;
        all = 0;
    }

    /// How many the examples have.
    int known() {
        return knownCount;
    }

    /// How many there are.
    int all() {
        return all;
    }

    /// How many of the known are of what is written.
    int written() {
        return writtenCount;
    }

    /// How many of all are of what is written.
    int writtenAll() {
        return writtenAll;
    }

    /// Whether the message is [Breathless].
    boolean isBreathless() {
        return breathless;
    }

    int name(int at) {
        return known[at];
    }

    private void keep(int name) {
        if (name >= 0) {
            known = knownCount == known.length ? Arrays.copyOf(known, 2 * knownCount) : known;
            known[knownCount++] = name;
        }
    }

    private boolean isNew(long key) {
        if (2 * all >= keys.length) {
            grow();
        }
        return put(key);
    }

    private boolean put(long key) {
        int at = Keys.spread(key) & (keys.length - 1);
        while (keys[at] != 0) {
            if (keys[at] == key) {
                return false;
            }
            at = (at + 1) & (keys.length - 1);
        }
        keys[at] = key;
        places[all++] = at;
        return true;
    }

    private void grow() {
        long[] before = keys;
        keys = new long[2 * before.length];
        places = new int[before.length];
        all = 0;
        for (long it : before) {
            if (it != 0) {
                put(it);
            }
        }
    }
}
