package org.linli.platform.database;

import java.util.regex.Pattern;

/// The community (社区) that a row belongs to: the leading column of every key, so that rows can be spread by it.
public record CommunityId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public CommunityId {
        if (!FORM.matcher(value).matches()) {
            throw new Impossible(
                    "community id: '%s' (expected: a lower-case letter, then up to 31 letters, digits or dashes)"
                            .formatted(value));
        }
    }

    /// No community has such an id; an address with it leads nowhere.
    public static final class Impossible extends IllegalArgumentException {

        private Impossible(String message) {
            super(message);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
