package org.linli.understanding.spelling;

import java.util.regex.Pattern;

/// A message in the words that it would have if it were written with care: simplified characters, Chinese words for
/// letters, without what is only said while thinking, and without faces. A laughing face stays: whoever laughs does not
/// report. So does everything where nothing else would be left.
public final class Plain {

    private static final String FIRST_OF_FILLERS = "嗯呃就对反那这然双";
    private static final Pattern FILLERS = Pattern.compile("嗯+|呃+|就是说|对吧|反正|那个|这个|然后|就是(?!不|没)|(?<=又)双[叒叕]+");
    private static final Pattern FACES = Pattern.compile(
            "\\[(?!偷笑|旺柴|呲牙|憨笑|破涕为笑|大笑)[\\u4e00-\\u9fff]{1,3}]|[\\x{1F600}-\\x{1F64F}\\x{1F910}-\\x{1F922}"
                    + "\\x{1F924}-\\x{1F93F}\\x{1F970}-\\x{1F97F}\\x{1F44A}-\\x{1F450}\\x{2764}\\x{FE0F}"
                    + "&&[^\\x{1F601}-\\x{1F606}\\x{1F923}]]");
    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}a-zA-Z0-9]{2}");

    private Plain() {}

    public static String of(String said) {
        String text = Letters.spelledOut(Simplified.of(said));
        String bare = text;
        if (has(text, false)) {
            bare = FILLERS.matcher(bare).replaceAll("");
        }
        if (has(text, true)) {
            bare = FACES.matcher(bare).replaceAll(" ");
        }
        return WORD.matcher(bare).find() ? bare : text;
    }

    private static boolean has(String text, boolean faces) {
        for (int i = 0; i < text.length(); i++) {
            char it = text.charAt(i);
            if (faces ? it == '[' || it == '\u2764' || Character.isSurrogate(it) : FIRST_OF_FILLERS.indexOf(it) >= 0) {
                return true;
            }
        }
        return false;
    }
}
