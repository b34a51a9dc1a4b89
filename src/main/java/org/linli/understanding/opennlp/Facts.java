package org.linli.understanding.opennlp;

import java.util.regex.Pattern;
import org.linli.understanding.opennlp.Features.Ear;

/// What is true of a whole message.
final class Facts {

    private static final Pattern BUILDING = Pattern.compile("0 ?(号楼|栋|幢|座|#|单元|门)|[a-z]座");
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");
    private static final String[] QUESTIONS = {
        "?", "吗", "怎么", "什么", "哪", "多少", "几点", "几号", "几时", "如何", "能不能", "可不可以", "是不是", "有没有"
    };
    private static final int DIGITS_OF_A_PHONE = 11;

    private Facts() {}

    /// @param text the same, [Normalised]
    static void tell(String said, String text, Ear ear) {
        int digits = digits(text);
        when(digits > 0 && BUILDING.matcher(text).find() || text.contains("座"), "*building", ear);
        when(hasManyDigits(said) && PHONE.matcher(start(said)).find(), "*phone", ear);
        when(asks(text), "*question", ear);
        when(isWordless(text), "*wordless", ear);
        String length = "*length" + (32 - Integer.numberOfLeadingZeros(text.length()));
        ear.hear(Features.FACT, length, 1, length.length());
    }

    private static void when(boolean so, String name, Ear ear) {
        if (so) {
            ear.hear(Features.FACT, name, 1, name.length());
        }
    }

    private static boolean asks(String text) {
        for (String it : QUESTIONS) {
            if (text.contains(it)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWordless(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += text.charAt(i) == '0' ? 1 : 0;
        }
        return digits;
    }

    private static boolean hasManyDigits(String said) {
        int digits = 0;
        for (int i = 0; i < Math.min(said.length(), Normalised.MOST); i++) {
            digits += Character.isDigit(said.charAt(i)) ? 1 : 0;
        }
        return digits >= DIGITS_OF_A_PHONE;
    }

    private static String start(String said) {
        return said.length() > Normalised.MOST ? said.substring(0, Normalised.MOST) : said;
    }
}
