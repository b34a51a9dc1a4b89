package org.linli.outbox;

import java.util.List;
import java.util.stream.Collectors;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.springframework.stereotype.Component;

/// Puts letters into words: the template's, filled with the letter's facts.
///
/// A line that begins with `▸ ` is no text but something to tap.
@Component
public class RenderLetters {

    private static final String CHOICE = "▸ ";

    private final LetterTemplates templates;

    RenderLetters(LetterTemplates templates) {
        this.templates = templates;
    }

    /// Pure, and quick enough for an event loop. Throws [LetterNotRendered] when the template is missing or broken.
    public Outbound render(Letter letter) {
        List<String> lines = templates
                .named(letter.template())
                .fill(letter.facts())
                .lines()
                .map(String::stripTrailing)
                .toList();
        return new Outbound(letter.key(), letter.to(), text(lines), choices(lines), letter.template(), letter.facts());
    }

    /// Whether it can be sent as one message. The outbox splits what cannot; a passive reply cannot be split.
    public static boolean fits(Outbound message, Limits limits) {
        return SplitText.fits(message, limits);
    }

    private static String text(List<String> lines) {
        return lines.stream()
                .filter(it -> !it.startsWith(CHOICE))
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static List<String> choices(List<String> lines) {
        return lines.stream()
                .filter(it -> it.startsWith(CHOICE))
                .map(it -> it.substring(CHOICE.length()).strip())
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
