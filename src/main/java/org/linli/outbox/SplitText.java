package org.linli.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;

/// Cuts a message that is too long into several, at the end of a line or a sentence where there is one.
final class SplitText {

    private static final String LINE_ENDS = "\n";
    private static final String SENTENCE_ENDS = "。！？；!?;";

    private SplitText() {}

    static boolean fits(Outbound message, Limits limits) {
        return bytes(message.text()) + choiceBytes(message) <= limits.textBytes();
    }

    /// In the order in which they are to be sent; the choices go with the last words, pictures come after them one by
    /// one. The first keeps the message's key.
    static List<Outbound> split(Outbound message, Limits limits) {
        return message.pictures().isEmpty() ? words(message, limits) : withPictures(message, words(message, limits));
    }

    private static List<Outbound> withPictures(Outbound message, List<Outbound> words) {
        var parts = new ArrayList<>(words);
        for (var picture : message.pictures()) {
            parts.add(new Outbound(
                    message.key() + "#" + (parts.size() + 1),
                    message.to(),
                    picture.words(),
                    List.of(),
                    message.template(),
                    message.facts(),
                    List.of(picture)));
        }
        return parts;
    }

    private static List<Outbound> words(Outbound message, Limits limits) {
        if (fits(message, limits)) {
            return List.of(message.inWords());
        }
        int most = Math.max(limits.textBytes() - choiceBytes(message), limits.textBytes() / 2);
        List<String> texts = split(message.text(), most);
        var parts = new ArrayList<Outbound>();
        for (int i = 0; i < texts.size(); i++) {
            parts.add(new Outbound(
                    i == 0 ? message.key() : message.key() + "#" + (i + 1),
                    message.to(),
                    texts.get(i),
                    i == texts.size() - 1 ? message.choices() : List.of(),
                    message.template(),
                    message.facts()));
        }
        return parts;
    }

    static List<String> split(String text, int mostBytes) {
        var parts = new ArrayList<String>();
        String rest = text;
        while (bytes(rest) > mostBytes) {
            int end = end(rest, prefix(rest, mostBytes));
            addUnlessBlank(parts, rest.substring(0, end));
            rest = rest.substring(end);
        }
        addUnlessBlank(parts, rest);
        return parts;
    }

    private static void addUnlessBlank(List<String> parts, String part) {
        if (!part.isBlank()) {
            parts.add(part.strip());
        }
    }

    /// The good place to cut nearest to the most that fits, unless that would waste more than half of it.
    private static int end(String text, int most) {
        int line = last(text, most, LINE_ENDS);
        int sentence = last(text, most, SENTENCE_ENDS);
        return line > most / 2 ? line : sentence > most / 2 ? sentence : most;
    }

    private static int last(String text, int most, String ends) {
        for (int i = most; i > 0; i--) {
            if (ends.indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return 0;
    }

    /// How many characters fit; never half of one, and at least one.
    private static int prefix(String text, int mostBytes) {
        int used = 0;
        int index = 0;
        while (index < text.length()) {
            int point = text.codePointAt(index);
            used += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (used > mostBytes && index > 0) {
                return index;
            }
            index += Character.charCount(point);
        }
        return index;
    }

    private static int choiceBytes(Outbound message) {
        return message.choices().stream().mapToInt(it -> bytes(it) + 1).sum();
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
