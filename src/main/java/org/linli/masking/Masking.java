package org.linli.masking;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.understanding.Entities;

/// Takes out of a text whom it is about: what it means stays, whom it is about does not. Pure.
///
/// Numbers become zeros of the same length, which the classifier reads them as anyway; buildings stay, so that an
/// example still looks like what people write.
public final class Masking {

    private static final int ROUNDS = 8;

    private record Rule(Pattern found, String instead) {
        static Rule of(String found, String instead) {
            return new Rule(Pattern.compile(found), instead);
        }
    }

    private static final Pattern NARROWED = Pattern.compile("[^，！：；？（）]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\s\\p{Z}]+");
    private static final List<Rule> WORDS = List.of(
            Rule.of("(?i)https?[:：]//\\S+|www\\.\\S+", Masks.of("link")),
            Rule.of("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+", Masks.of("mail")),
            Rule.of("(?i)((?:微信|wx|vx|qq)(?:号|是|[:：\\s])*)[a-z0-9][\\w-]{4,19}", "$1" + Masks.of("account")),
            Rule.of("[\\p{IsHan}&&[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]][A-Za-z]·?[A-Za-z0-9]{5,6}", Masks.of("plate")),
            Rule.of("((?:我叫|我是叫|本人叫|名字叫|名叫|姓名[是:：]?|联系人[是:：]?)\\s*)\\p{IsHan}{2,4}", "$1" + NameMask.SOMEBODY));
    private static final Pattern TELLING = Pattern.compile(".*[1-9].*");

    private final NameMask names;
    private final Function<String, Entities> entities;

    /// @param names    of residents and staff that may occur
    /// @param entities how the service finds rooms and telephone numbers: what it still finds afterwards is masked
    ///                 wholly
    public Masking(Collection<String> names, Function<String, Entities> entities) {
        this.names = new NameMask(names);
        this.entities = entities;
    }

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
        String text = names.hide(inOneLine(folded(said)));
        for (Rule rule : WORDS) {
            text = rule.found().matcher(text).replaceAll(rule.instead());
        }
        return strict(NumberMask.hide(text));
    }

    /// One form of letters and digits; Chinese punctuation stays as it was written.
    private static String folded(String said) {
        return NARROWED.matcher(said)
                .replaceAll(it -> Matcher.quoteReplacement(Normalizer.normalize(it.group(), Normalizer.Form.NFKC)));
    }

    private static String inOneLine(String text) {
        return BREAKS.matcher(UNSEEN.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /// Whatever form of saying a room or a number the rules above do not know.
    private String strict(String text) {
        if (!isTelling(text)) {
            return text;
        }
        String digits = NumberMask.zeros(text);
        return isTelling(digits) ? NumberMask.spokenZeros(digits) : digits;
    }

    private boolean isTelling(String text) {
        var found = entities.apply(text);
        return isNumber(found.room()) || isNumber(found.phone());
    }

    private static boolean isNumber(@Nullable String found) {
        return found != null && TELLING.matcher(found).matches();
    }
}
