package org.linli.platform.traces;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/// The one name of a message in keys of letters and requests, in logs and in traces.
public final class MessageKey {

    private static final Pattern MADE = Pattern.compile("^talk-(\\d{1,18})(?=[/-]|$)");

    private MessageKey() {}

    /// @param arrival the message's id in the inbox
    public static String of(long arrival) {
        return "talk-" + arrival;
    }

    /// The id of the message that led to what a key names. Empty for keys that no message led to.
    public static OptionalLong arrivalIn(String key) {
        var made = MADE.matcher(key);
        return made.find() ? OptionalLong.of(Long.parseLong(made.group(1))) : OptionalLong.empty();
    }
}
