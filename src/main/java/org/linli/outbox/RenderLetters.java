package org.linli.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final String PICTURES = "pictures";

    private final LetterTemplates templates;

    RenderLetters(LetterTemplates templates) {
        this.templates = templates;
    }

    /// In words alone: pictures by their links. Pure, and quick enough for an event loop. Throws [LetterNotRendered]
    /// when the template is missing or broken.
    public Outbound render(Letter letter) {
        String links = letter.pictures().stream()
                .map(Letter.Picture::link)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("\n"));
        return links.isEmpty()
                ? filled(letter, letter.facts(), List.of())
                : filled(letter, with(letter, links), List.of());
    }

    /// For ways that show pictures: the words do not say where they are. Throws as [#render].
    Outbound showing(Letter letter) {
        return letter.pictures().isEmpty()
                ? render(letter)
                : filled(
                        letter,
                        with(letter, ""),
                        letter.pictures().stream().map(this::picture).toList());
    }

    /// Whether it can be sent as one message. The outbox splits what cannot; a passive reply cannot be split.
    public static boolean fits(Outbound message, Limits limits) {
        return SplitText.fits(message, limits);
    }

    private Outbound filled(Letter letter, Map<String, String> facts, List<Outbound.Picture> pictures) {
        List<String> lines = lines(letter.template(), facts);
        return new Outbound(
                letter.key(), letter.to(), text(lines), choices(lines), letter.template(), letter.facts(), pictures);
    }

    private Outbound.Picture picture(Letter.Picture it) {
        String words = it.link().isEmpty() ? "" : text(lines("picture", Map.of("link", it.link())));
        return new Outbound.Picture(it.id(), words);
    }

    private static Map<String, String> with(Letter letter, String links) {
        var facts = new HashMap<>(letter.facts());
        facts.put(PICTURES, links);
        return facts;
    }

    private List<String> lines(String template, Map<String, String> facts) {
        return templates
                .named(template)
                .fill(facts)
                .lines()
                .map(String::stripTrailing)
                .toList();
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
