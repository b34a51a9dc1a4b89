package org.linli.channels;

/// The name of a channel: `wechat`, `wecom`, `webchat`.
public record ChannelId(String value) {

    public ChannelId {
        if (!value.matches("[a-z]{2,16}")) {
            throw new IllegalArgumentException("channel id: '%s' (expected: 2-16 lower-case letters)".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
