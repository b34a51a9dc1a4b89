package org.linli.channels;

/// Where one person or one group is on one channel, as the platform names them.
///
/// Its text form `channel:account:kind:id` is stored and never shown: the id is a person's.
///
/// @param account which of our accounts on that channel; letters, digits, dashes
/// @param id      the platform's own id, like an openid; may contain anything
public record Address(ChannelId channel, String account, Kind kind, String id) {

    public enum Kind {
        PERSON("person"),
        GROUP("group");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    public static Address person(ChannelId channel, String account, String id) {
        return new Address(channel, account, Kind.PERSON, id);
    }

    public static Address group(ChannelId channel, String account, String id) {
        return new Address(channel, account, Kind.GROUP, id);
    }

    /// The inverse of [#text].
    public static Address parse(String text) {
        String[] parts = text.split(":", 4);
        if (parts.length != 4) {
            throw new IllegalArgumentException("an address has four parts (expected: channel:account:kind:id)");
        }
        return new Address(
                new ChannelId(parts[0]), parts[1], Kind.valueOf(parts[2].toUpperCase(java.util.Locale.ROOT)), parts[3]);
    }

    public String text() {
        return channel + ":" + account + ":" + kind.text + ":" + id;
    }

    public boolean isGroup() {
        return kind == Kind.GROUP;
    }

    @Override
    public String toString() {
        return "%s:%s:%s:…".formatted(channel, account, kind);
    }
}
