package org.linli.masking;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.understanding.NamesOfOthers;

/// Puts one word in the place of every name: those of the register, and what a text itself shows to be a name.
///
/// @param names of residents and staff that may occur
record NameMask(Collection<String> names) {

    static final String SOMEBODY = Masks.of("somebody");

    /// Names are hardly longer, and longer ones hardly Chinese.
    private static final int SHORTEST_NAME = 2;

    private static final int LONGEST_NAME = 5;

    /// 买买提·艾力
    private static final int LONGEST_NAME_WITH_DOT = 12;

    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}.'-]+");

    /// Written as wide as the characters beside it; what is masked never depends on how wide it is.
    private static final Map<Character, Character> WIDE =
            Map.of(',', '，', '!', '！', ':', '：', ';', '；', '?', '？', '(', '（', ')', '）');

    /// All that may be a name in the text, to be looked for in the register.
    static Set<String> pieces(String said) {
        String text = plain(said);
        var pieces = new LinkedHashSet<String>();
        int longest = text.indexOf('·') < 0 ? LONGEST_NAME : LONGEST_NAME_WITH_DOT;
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + SHORTEST_NAME; to <= Math.min(from + longest, text.length()); to++) {
                pieces.add(text.substring(from, to));
            }
        }
        var words = LATIN.matcher(text);
        String before = "";
        while (words.find()) {
            pieces.add(words.group());
            pieces.add(before + " " + words.group());
            before = words.group();
        }
        return pieces;
    }

    /// The longest first, so that none is left in part.
    String hide(String text) {
        var longestFirst = Stream.concat(names.stream(), NamesOfOthers.in(text).stream())
                .map(it -> plain(it).strip())
                .filter(it -> it.length() >= SHORTEST_NAME)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String masked = text;
        for (String name : longestFirst) {
            masked = inAnyWidth(name).matcher(masked).replaceAll(SOMEBODY);
        }
        return masked;
    }

    private static String plain(String said) {
        return Normalizer.normalize(said, Normalizer.Form.NFKC);
    }

    private static Pattern inAnyWidth(String name) {
        return Pattern.compile(name.codePoints().mapToObj(NameMask::inAnyWidth).collect(Collectors.joining()));
    }

    private static String inAnyWidth(int codePoint) {
        String narrow = Character.toString(codePoint);
        var wide = narrow.length() > 1 ? null : WIDE.get(narrow.charAt(0));
        return wide == null ? Pattern.quote(narrow) : "[" + narrow + wide + "]";
    }

    @Override
    public String toString() {
        return "NameMask[" + names.size() + " names]";
    }
}
