package org.linli.notices.writing;

import java.util.Map;
import org.linli.notices.Wording;

/// Puts what is known into the braces of a template; the others stay, and keep the notice from leaving. Pure.
public final class FillTemplate {

    private FillTemplate() {}

    /// @param facts by what stands between the braces
    public static Wording with(Wording words, Map<String, String> facts) {
        return new Wording(
                words.kind(),
                words.importance(),
                filled(words.title(), facts),
                filled(words.brief(), facts),
                filled(words.text(), facts));
    }

    private static String filled(String text, Map<String, String> facts) {
        String filled = text;
        for (var fact : facts.entrySet()) {
            filled = filled.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return filled;
    }
}
