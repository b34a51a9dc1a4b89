package org.linli.understanding.entities;

import java.util.List;

/// Which characters a text has: spares most messages the patterns that could not match anyway.
final class Characters {

    /// A sentence has some twenty: characters that share one of so many marks are rarely in the same sentence.
    private static final int MARKS = 1024;

    private final String text;
    private final long[] marks = new long[MARKS / Long.SIZE];

    private Characters(String text) {
        this.text = text;
    }

    static Characters of(String text) {
        var characters = new Characters(text);
        for (int i = 0; i < text.length(); i++) {
            char it = text.charAt(i);
            characters.marks[mark(it)] |= 1L << it;
        }
        return characters;
    }

    boolean hasAny(String wanted) {
        for (int i = 0; i < wanted.length(); i++) {
            char it = wanted.charAt(i);
            if ((marks[mark(it)] & 1L << it) != 0 && text.indexOf(it) >= 0) {
                return true;
            }
        }
        return false;
    }

    boolean hasAnyOfEach(List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!hasAny(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// So many of them side by side.
    boolean hasRow(int length, String wanted) {
        int row = 0;
        for (int i = 0; i < text.length() && row < length; i++) {
            row = wanted.indexOf(text.charAt(i)) >= 0 ? row + 1 : 0;
        }
        return row == length;
    }

    /// A shift takes the lowest six bits of a character itself.
    private static int mark(char it) {
        return it % MARKS / Long.SIZE;
    }
}
