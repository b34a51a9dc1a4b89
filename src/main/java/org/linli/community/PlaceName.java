package org.linli.community;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Makes the many ways to write a place's name one: `3`, `3栋`, `三号楼`, `３幢`, `3#` are all `3`, `b座` is `B`.
final class PlaceName {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cf}]+|^第");
    private static final Pattern NOUN = Pattern.compile("(?<=.)(?:号楼|栋楼|幢楼|单元|栋|幢|楼|座|号|室|户|门|梯|#)++$");
    private static final Pattern NUMERAL = Pattern.compile("[〇零一二两三四五六七八九十百]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");
    private static final String DIGITS = "零一二三四五六七八九";

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z甲乙丙丁东西南北中]{0,5}");

    private PlaceName() {}

    /// Whether it is what is left of a number, like `3号楼` and `B座`, and no name that people have given: 小白楼.
    static boolean isNumber(String said) {
        return NUMBER.matcher(plain(said)).matches();
    }

    static String plain(String said) {
        String text = Normalizer.normalize(said, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        text = SPACE.matcher(text).replaceAll("");
        text = NOUN.matcher(text).replaceFirst("");
        text = NUMERAL.matcher(text).replaceAll(PlaceName::arabic);
        return LEADING_ZEROS.matcher(text).replaceFirst("");
    }

    private static String arabic(MatchResult numeral) {
        String text = numeral.group().replace('〇', '零').replace('两', '二');
        return text.contains("十") || text.contains("百") ? Integer.toString(counted(text)) : spelled(text);
    }

    /// `五零一` is 501.
    private static String spelled(String text) {
        var digits = new StringBuilder();
        text.chars().forEach(it -> digits.append(DIGITS.indexOf(it)));
        return digits.toString();
    }

    /// `一百零二` is 102, `十二` is 12.
    private static int counted(String text) {
        int sum = 0;
        int digit = 0;
        for (char it : text.toCharArray()) {
            switch (it) {
                case '百', '十' -> {
                    sum += Math.max(digit, 1) * (it == '百' ? 100 : 10);
                    digit = 0;
                }
                default -> digit = DIGITS.indexOf(it);
            }
        }
        return sum + digit;
    }
}
