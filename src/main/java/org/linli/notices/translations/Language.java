package org.linli.notices.translations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Into what a notice may be translated. What it is called there stands in the words of the pages.
public enum Language {
    EN,
    JA,
    KO,
    RU,
    FR;

    /// BCP 47, as it is stored and as browsers know it.
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Empty for everything else.
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(it -> it.tag().equals(tag)).findFirst();
    }
}
