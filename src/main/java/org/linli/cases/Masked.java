package org.linli.cases;

import java.util.regex.Pattern;

/// Words without what identifies a person: telephone and identity numbers lose their middle.
public final class Masked {

    private static final Pattern LONG_NUMBER =
            Pattern.compile("(?<!\\d)(\\d{3})[\\d\\- ]{3,13}(\\d{3}[\\dXx])(?![\\dXx])");

    private Masked() {}

    public static String words(String words) {
        return LONG_NUMBER.matcher(words).replaceAll("$1****$2");
    }

    public static boolean hides(String words) {
        return LONG_NUMBER.matcher(words).find();
    }
}
