package org.linli.channels;

/// The name of a channel: `wechat`, `wecom-bot`, `webchat`.
public record ChannelId(String value) {

    public ChannelId {
        if (!value.matches("[a-z][a-z-]{1,15}")) {
            throw new IllegalArgumentException(
                    "channel id: '%s' (expected: 2-16 lower-case letters or dashes)".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
