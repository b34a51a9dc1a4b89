package org.linli.channels;

import java.util.List;

/// One message to one person or group, in its final words.
///
/// @param key     names it for ever; adapters hand it to platforms that can recognise a repeat
/// @param choices what the receiver may tap instead of writing; tapped, they come back as these words
public record Outbound(String key, Address to, String text, List<String> choices) {

    public Outbound {
        choices = List.copyOf(choices);
    }

    @Override
    public String toString() {
        return "Outbound[" + key + " to " + to + "]";
    }
}
