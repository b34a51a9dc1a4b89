package org.linli.cases.chat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.understanding.Intent;

/// The words of one of our buttons: alone, or with the number of a case and whatever follows.
record SetPhrase(Pattern said, Intent intent) {

    private static final String NUMBER = "[A-Za-z]{1,8}\\s*-?\\s*\\d{4}\\s*-?\\s*\\d{1,9}(?!\\d)";

    /// @param verbs of a regular expression, like `查进度|我的进度`
    static SetPhrase of(String verbs, String label) {
        return new SetPhrase(Pattern.compile("^\\s*(?:" + verbs + ")\\s*(?:$|" + NUMBER + "\\s*)"), new Intent(label));
    }

    /// Empty for all other words.
    Optional<Intent> meant(String words) {
        return said.matcher(words).find() ? Optional.of(intent) : Optional.empty();
    }

    /// What was said behind it, or all of it where it was not said.
    String rest(String words) {
        return said.matcher(words).replaceFirst("").strip();
    }
}
