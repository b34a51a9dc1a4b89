package org.linli.platform.database;

/// The community (社区) that a row belongs to: the leading column of every key, so that rows can be spread by it.
public record CommunityId(String value) {

    public CommunityId {
        if (!value.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException(
                    "community id: '%s' (expected: a lower-case letter, then up to 31 letters, digits or dashes)"
                            .formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
