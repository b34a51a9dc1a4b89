package org.linli.channels;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One message to one person or group, in its final words.
///
/// Whoever carries pictures ([Limits#pictures]) gets each as a message of its own, whose text is what to say where the
/// picture cannot be shown.
///
/// @param key      names it for ever; adapters hand it to platforms that can recognise a repeat
/// @param choices  what the receiver may tap instead of writing; tapped, they come back as these words
/// @param template the letter's template, like `case-opened`; empty where there is no letter behind it. With `facts`
///                 it is for ways that fill fields of the platform's own form instead of sending words
/// @param facts    what the letter tells, by name, as the template uses them
/// @param pictures to be shown with the words; empty for most
public record Outbound(
        String key,
        Address to,
        String text,
        List<String> choices,
        String template,
        Map<String, String> facts,
        List<Picture> pictures) {

    /// @param id    by which [ShownPictures] finds it in the receiver's community
    /// @param words that say where it can be looked at; empty where it cannot
    public record Picture(String id, String words) {

        @Override
        public String toString() {
            return "Picture[" + id + "]";
        }
    }

    /// The fact that names the message of a group which this answers, by the platform's own id; without it, it answers
    /// none. Several neighbours ask at once, and each answer belongs to one of them.
    public static final String ANSWERS = "answers";

    /// The fact by which letters of one template may fill forms of their own.
    public static final String KIND = "kind";

    public Outbound {
        choices = List.copyOf(choices);
        // answers that were kept before there were these three
        template = Objects.requireNonNullElse(template, "");
        facts = facts == null ? Map.of() : Map.copyOf(facts);
        pictures = pictures == null ? List.of() : List.copyOf(pictures);
    }

    public Outbound(
            String key, Address to, String text, List<String> choices, String template, Map<String, String> facts) {
        this(key, to, text, choices, template, facts, List.of());
    }

    /// Words alone.
    public Outbound(String key, Address to, String text, List<String> choices) {
        this(key, to, text, choices, "", Map.of());
    }

    /// The same to somebody else, or to the same person elsewhere.
    public Outbound to(Address other) {
        return new Outbound(key, other, text, choices, template, facts, pictures);
    }

    /// The same without what it shows.
    public Outbound inWords() {
        return new Outbound(key, to, text, choices, template, facts);
    }

    /// What it shows; `null` for words.
    public @Nullable Picture picture() {
        return pictures.isEmpty() ? null : pictures.getFirst();
    }

    @Override
    public String toString() {
        return "Outbound[" + key + " to " + to + "]";
    }
}
