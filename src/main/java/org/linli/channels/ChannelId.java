package org.linli.channels;

import java.util.regex.Pattern;

/// The name of a channel: `wechat`, `wecom-bot`, `webchat`.
public record ChannelId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]{1,15}");

    public ChannelId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "channel id: '%s' (expected: 2-16 lower-case letters or dashes)".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
