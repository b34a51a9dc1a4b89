package org.linli.understanding.spelling;

import java.util.List;

/// Simplified characters for traditional ones: 電梯壞了 is 电梯坏了.
public final class Simplified {

    private static final char FIRST = '\u4e00';
    private static final char[] SIMPLE = read();

    private Simplified() {}

    /// As many characters as before.
    public static String of(String text) {
        int at = firstTraditional(text);
        if (at == text.length()) {
            return text;
        }
        char[] simple = text.toCharArray();
        for (; at < simple.length; at++) {
            simple[at] = simple(simple[at]);
        }
        return new String(simple);
    }

    private static int firstTraditional(String text) {
        int at = 0;
        while (at < text.length() && simple(text.charAt(at)) == text.charAt(at)) {
            at++;
        }
        return at;
    }

    private static char simple(char it) {
        int at = it - FIRST;
        return at < 0 || at >= SIMPLE.length ? it : SIMPLE[at];
    }

    private static char[] read() {
        List<String> lines = Packed.lines("traditional.txt");
        String traditional = lines.getFirst();
        String simplified = lines.getLast();
        char[] simple = new char['\u9fa6' - FIRST];
        for (int i = 0; i < simple.length; i++) {
            simple[i] = (char) (FIRST + i);
        }
        for (int i = 0; i < traditional.length(); i++) {
            simple[traditional.charAt(i) - FIRST] = simplified.charAt(i);
        }
        return simple;
    }
}
