package org.linli.dialogue.phrases;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The numbers of cases in our own words, as we write them: `LM-2026-000123`.
public final class CaseNumbers {

    private static final Pattern NUMBER = Pattern.compile("(?<![A-Z])[A-Z]{1,8}-\\d{4}-\\d{6,9}(?!\\d)");

    private CaseNumbers() {}

    public static Set<String> in(String words) {
        return NUMBER.matcher(words).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    public static boolean isOne(String said) {
        return NUMBER.matcher(said).matches();
    }
}
