package org.linli.masking;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.understanding.Entities;
import org.linli.understanding.NamesOfOthers;

/// Takes out of a text whom it is about: what it means stays, whom it is about does not. Pure.
///
/// Numbers become zeros of the same length, which the classifier reads them as anyway; buildings stay, so that an
/// example still looks like what people write.
///
/// @param names    of residents and staff that may occur
/// @param entities how the service finds rooms and telephone numbers: what it still finds afterwards is masked wholly
public record Masking(Collection<String> names, Function<String, Entities> entities) {

    static final String SOMEBODY = Masks.of("somebody");

    /// Names are hardly longer, and longer ones hardly Chinese.
    private static final int SHORTEST_NAME = 2;

    private static final int LONGEST_NAME = 5;

    /// 买买提·艾力
    private static final int LONGEST_NAME_WITH_DOT = 12;

    private static final int ROUNDS = 8;

    /// Written as wide as the characters beside it; what is masked never depends on how wide it is.
    private static final Map<Character, Character> WIDE =
            Map.of(',', '，', '!', '！', ':', '：', ';', '；', '?', '？', '(', '（', ')', '）');

    private static final Pattern NARROWED = Pattern.compile("[^，！：；？（）]+");

    private record Rule(Pattern found, String instead) {
        static Rule of(String found, String instead) {
            return new Rule(Pattern.compile(found), instead);
        }
    }

    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}.'-]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\s\\p{Z}]+");
    private static final List<Rule> WORDS = List.of(
            Rule.of("(?i)https?[:：]//\\S+|www\\.\\S+", Masks.of("link")),
            Rule.of("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+", Masks.of("mail")),
            Rule.of("(?i)((?:微信|wx|vx|qq)(?:号|是|[:：\\s])*)[a-z0-9][\\w-]{4,19}", "$1" + Masks.of("account")),
            Rule.of("[\\p{IsHan}&&[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]][A-Za-z]·?[A-Za-z0-9]{5,6}", Masks.of("plate")),
            Rule.of("((?:我叫|我是叫|本人叫|名字叫|名叫|姓名[是:：]?|联系人[是:：]?)\\s*)\\p{IsHan}{2,4}", "$1" + SOMEBODY));

    /// Telephone numbers, identity cards and rooms, with the marks that people put between the digits.
    private static final Pattern NUMBERS = Pattern.compile(
            "\\d(?:[ -]?\\d){6,}+" // a telephone or a card
                    + "|\\d{3,}" // a room, or anything that long
                    + "|(?<=[-#栋幢座楼元门梯]\\s?)\\d{1,2}(?!\\d|\\s?(?:号楼|栋|幢|座|单元|门|梯|楼|层))" // 3-2-1
                    + "|\\d{1,2}(?=\\s?[A-Za-z]?\\s?(?:室|户|房))");

    private static final Pattern SPOKEN = Pattern.compile("[零〇一二三四五六七八九幺两]{3,}|[零〇一二三四五六七八九十百]{1,5}(?=\\s?(?:室|户|房))");
    private static final Pattern HOTLINE = Pattern.compile("12345|12315|110|119|120|122");
    private static final Pattern CALLED = Pattern.compile("(?:打|拨|报|叫|热线)(?:了|过|个|通)*\\s?$");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern NUMERAL = Pattern.compile("[一二三四五六七八九幺两]");
    private static final Pattern TELLING = Pattern.compile(".*[1-9].*");

    /// What is masked may bring to light what was not: until nothing changes any more.
    public String of(String said) {
        String before = said;
        String after = once(before);
        for (int round = 0; round < ROUNDS && !after.equals(before); round++) {
            before = after;
            after = once(before);
        }
        return after;
    }

    private String once(String said) {
        String text = folded(said);
        text = BREAKS.matcher(UNSEEN.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
        text = withoutNames(text);
        for (Rule rule : WORDS) {
            text = rule.found().matcher(text).replaceAll(rule.instead());
        }
        return strict(withoutNumbers(text));
    }

    /// One form of letters and digits; Chinese punctuation stays as it was written.
    private static String folded(String said) {
        return NARROWED.matcher(said)
                .replaceAll(it -> Matcher.quoteReplacement(Normalizer.normalize(it.group(), Normalizer.Form.NFKC)));
    }

    /// All that may be a name in the text, to be looked for in the register.
    static Set<String> pieces(String said) {
        String text = Normalizer.normalize(said, Normalizer.Form.NFKC);
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

    private String withoutNames(String text) {
        var longestFirst = Stream.concat(names.stream(), NamesOfOthers.in(text).stream())
                .map(it -> Normalizer.normalize(it, Normalizer.Form.NFKC).strip())
                .filter(it -> it.length() >= SHORTEST_NAME)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String masked = text;
        for (String name : longestFirst) {
            masked = inAnyWidth(name).matcher(masked).replaceAll(SOMEBODY);
        }
        return masked;
    }

    private static Pattern inAnyWidth(String name) {
        return Pattern.compile(name.codePoints().mapToObj(Masking::inAnyWidth).collect(Collectors.joining()));
    }

    private static String inAnyWidth(int codePoint) {
        String narrow = Character.toString(codePoint);
        var wide = narrow.length() > 1 ? null : WIDE.get(narrow.charAt(0));
        return wide == null ? Pattern.quote(narrow) : "[" + narrow + wide + "]";
    }

    private static String withoutNumbers(String text) {
        String masked = NUMBERS.matcher(text)
                .replaceAll(it -> isHotline(text, it.start(), it.group()) ? it.group() : zeros(it.group()));
        return SPOKEN.matcher(masked).replaceAll(it -> "〇".repeat(it.group().length()));
    }

    private static boolean isHotline(String text, int start, String number) {
        return HOTLINE.matcher(number).matches()
                && CALLED.matcher(text.substring(0, start)).find();
    }

    /// Whatever form of saying a room or a number the rules above do not know.
    private String strict(String text) {
        var found = entities.apply(text);
        if (!tells(found)) {
            return text;
        }
        String digits = zeros(text);
        return tells(entities.apply(digits)) ? NUMERAL.matcher(digits).replaceAll("〇") : digits;
    }

    private static boolean tells(Entities found) {
        return isTelling(found.room()) || isTelling(found.phone());
    }

    private static boolean isTelling(@Nullable String found) {
        return found != null && TELLING.matcher(found).matches();
    }

    private static String zeros(String digits) {
        return DIGIT.matcher(digits).replaceAll("0");
    }

    @Override
    public String toString() {
        return "Masking[" + names.size() + " names]";
    }
}
