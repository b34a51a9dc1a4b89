package org.linli.platform.secrets;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How a sealed text is found again: of which of its pieces the index holds prints.
public enum Search {

    /// By any part of it: runs of up to three characters, and the whole.
    PARTS {
        @Override
        Stream<String> pieces(String text) {
            String plain = plain(text);
            return Stream.concat(
                    whole(plain), IntStream.rangeClosed(1, LONGEST_RUN).boxed().flatMap(it -> runs(plain, it)));
        }

        @Override
        Stream<String> wanted(String text) {
            String plain = plain(text);
            int length = plain.codePointCount(0, plain.length());
            return runs(plain, Math.min(length, LONGEST_RUN));
        }
    },

    /// A telephone number, whole or by its last four digits.
    PHONE {
        @Override
        Stream<String> pieces(String text) {
            String digits = digits(text);
            return digits.length() < LAST ? whole(digits) : Stream.concat(whole(digits), last(digits));
        }

        @Override
        Stream<String> wanted(String text) {
            String digits = digits(text);
            return digits.length() == LAST ? last(digits) : whole(digits);
        }
    };

    private static final int LONGEST_RUN = 3;
    private static final int LAST = 4;

    /// What stands in the index of a text.
    abstract Stream<String> pieces(String text);

    /// What has to stand there where a text is looked for. Empty for an empty text.
    abstract Stream<String> wanted(String text);

    /// What stands there for the whole text and for nothing that is longer.
    static Stream<String> whole(String text) {
        return text.isEmpty() ? Stream.empty() : Stream.of("=" + text);
    }

    static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static Stream<String> runs(String text, int length) {
        int[] points = text.codePoints().toArray();
        return length == 0
                ? Stream.empty()
                : IntStream.rangeClosed(0, points.length - length)
                        .mapToObj(i -> new String(points, i, length))
                        .distinct();
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static Stream<String> last(String digits) {
        return Stream.of("…" + digits.substring(digits.length() - LAST));
    }
}
