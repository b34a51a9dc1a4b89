package org.linli.understanding.entities;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Licence plates of the mainland (GA 36-2018), those of new energy vehicles with a sixth place included.
final class FindPlate {

    private static final String PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]";

    /// I and O are not given out, because they look like digits.
    private static final String PLACE = "[A-HJ-NP-Z0-9]";

    private static final String SPOKEN = "[零〇一二三四五六七八九幺]";
    private static final String GAP = "[\\s·•.,、:-]{0,2}";
    private static final Pattern WHOLE = Pattern.compile(
            "(?<p>%1$s\\s?[A-HJ-NP-Z])%2$s(?<n>%3$s(?:\\s?%3$s){3}(?:[学警挂港澳领]|\\s?%3$s(?:\\s?%3$s|[领])?)|%4$s{5,6})(?![A-Z0-9])"
                    .formatted(PROVINCE, GAP, PLACE, SPOKEN));

    /// 尾号3K7: all that neighbours say of a car when they want it moved.
    private static final Pattern END =
            Pattern.compile("尾号(?:是|为|:|的是)?\\s?(?<n>%s{2,5}|%s{2,5}(?![直定下会个]))(?![A-Z0-9])".formatted(PLACE, SPOKEN));

    private static final Pattern TELEPHONE = Pattern.compile("(手机|电话|卡|账号|身份证|微信)号?$");

    private record Found(String plate, Mention at) {}

    private FindPlate() {}

    /// `粤BD12345`; of one whose end only was said `*3K7`; `null` where none was.
    static @Nullable String in(String said) {
        if (said.chars().noneMatch(it -> isLatin(it) || it == '尾')) {
            return null;
        }
        String text =
                Normalizer.normalize(CleanText.head(said), Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var whole = found(WHOLE, text, "");
        return whole == null ? found(END, text, "*") : whole;
    }

    private static @Nullable String found(Pattern pattern, String text, String mark) {
        var found = new ArrayList<Found>();
        for (Matcher it = pattern.matcher(text); it.find(); ) {
            var at = new Mention(it.start(), it.end());
            String plate = mark.isEmpty() ? letters(it.group("p")) + letters(it.group("n")) : letters(it.group("n"));
            boolean other = TELEPHONE.matcher(at.before(text)).find();
            if (!other && !at.denied(text)) {
                found.add(new Found(mark + plate, at));
            }
        }
        found.sort(Comparator.comparingInt(it -> it.at().start()));
        List<Mention> places = found.stream().map(Found::at).toList();
        return found.stream()
                .skip(Mention.afterCorrections(places, text))
                .map(Found::plate)
                .findFirst()
                .orElse(null);
    }

    /// Also in full width.
    private static boolean isLatin(int it) {
        return it >= 'A' && it <= 'z' || it >= 'Ａ' && it <= 'ｚ';
    }

    private static String letters(String said) {
        return Numerals.arabic(said.replaceAll("\\s", ""));
    }
}
