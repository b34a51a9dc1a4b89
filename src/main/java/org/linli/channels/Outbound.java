package org.linli.channels;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One message to one person or group, in its final words.
///
/// @param key      names it for ever; adapters hand it to platforms that can recognise a repeat
/// @param choices  what the receiver may tap instead of writing; tapped, they come back as these words
/// @param template the letter's template, like `case-opened`; empty where there is no letter behind it. With `facts`
///                 it is for ways that fill fields of the platform's own form instead of sending words
/// @param facts    what the letter tells, by name, as the template uses them
public record Outbound(
        String key, Address to, String text, List<String> choices, String template, Map<String, String> facts) {

    public Outbound {
        choices = List.copyOf(choices);
        // answers that were kept before there were these two
        template = Objects.requireNonNullElse(template, "");
        facts = facts == null ? Map.of() : Map.copyOf(facts);
    }

    /// Words alone.
    public Outbound(String key, Address to, String text, List<String> choices) {
        this(key, to, text, choices, "", Map.of());
    }

    @Override
    public String toString() {
        return "Outbound[" + key + " to " + to + "]";
    }
}
