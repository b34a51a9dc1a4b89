package org.linli.understanding;

import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The clauses of a longer message, among which one may be a cry for help that the others drown.
public final class Clauses {

    private static final int MOST = 6;
    private static final int LONG = 12;
    private static final Pattern STOPS = Pattern.compile("[。！？!?；;\\n，,]+");

    private Clauses() {}

    /// At most six. Empty for short messages, and for those that are one clause.
    public static Stream<String> of(String words) {
        return words.length() > LONG
                ? STOPS.splitAsStream(words).limit(MOST).filter(part -> part.length() < words.length())
                : Stream.empty();
    }

    /// How sure we may be of danger where a clause may be a cry of its own: that of the whole, or the strongest of the
    /// clauses that are heard as an emergency by their own words.
    ///
    /// @param whole     danger of the whole message
    /// @param emergency of a clause: the confidence of an emergency among neighbours where it is the likeliest,
    ///                  else 0
    public static double danger(String words, double whole, ToDoubleFunction<String> emergency) {
        double loudest = of(words).mapToDouble(emergency).max().orElse(0);
        return Math.max(whole, loudest >= Understanding.ALARM ? loudest : 0);
    }
}
