package org.linli.polls.chat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// How proposers say that theirs may be merged or split: "同意合并 #1", "不行", "别合".
final class ConsentWords {

    private static final String END = "(?:了|吧|啊|的|呗|哈)*[\\s，,。.！!]*$";
    private static final String WHICH = "\\s*(?:[#＃]\\s*(\\d{1,4}))?";
    private static final Pattern NAMED =
            Pattern.compile("^\\s*(?:我)?(?:不同意|不行|反对|别|不要|不想|同意|可以|行)\\s*[,，]?\\s*(?:合并?|拆分?|分开)" + WHICH + END);
    private static final Pattern BARE = Pattern.compile("^\\s*(?:我)?(?:不同意|不行|不可以|反对|不干|同意|可以|行|好|没意见|没问题|随便)" + END);
    private static final Pattern NO = Pattern.compile("^\\s*(?:我)?(?:不|反对|别)");

    private ConsentWords() {}

    /// Says it in so many words, wherever it is said.
    static boolean areIn(String said) {
        return NAMED.matcher(said).matches();
    }

    /// Empty where it says neither.
    static Optional<Boolean> agrees(String said) {
        return areIn(said) || BARE.matcher(said).matches()
                ? Optional.of(said.startsWith("没") || !NO.matcher(said).find())
                : Optional.empty();
    }

    /// Which question is meant, by its number.
    static OptionalInt which(String said) {
        var found = NAMED.matcher(said);
        return found.matches() && found.group(1) != null
                ? OptionalInt.of(Integer.parseInt(found.group(1)))
                : OptionalInt.empty();
    }
}
