package org.linli.channels.tencent;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What settings of accounts have to look like. No message repeats a value: most of these are secrets, and a misplaced
/// one is still one.
public final class Require {

    private Require() {}

    /// @throws IllegalArgumentException naming what was expected
    public static void text(@Nullable String value, String name, String pattern, String expected) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("%s is missing (expected: %s)".formatted(name, expected));
        }
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException(
                    "%s has %d characters or a wrong one (expected: %s)".formatted(name, value.length(), expected));
        }
    }

    public static void id(@Nullable String value) {
        text(value, "id", "[A-Za-z0-9-]{1,32}", "1-32 letters, digits or dashes");
    }

    public static void community(@Nullable String value) {
        text(value, "community", "[a-z][a-z0-9-]{0,31}", "the id of one of our communities, like lianmeng");
    }

    /// The token with which the platform signs its calls.
    public static void token(@Nullable String value) {
        text(value, "token", "[A-Za-z0-9]{3,32}", "3-32 letters or digits, the same as in the console");
    }

    /// @param example of the platform's own
    public static void apiBase(URI base, String example) {
        if (base.getHost() == null || !List.of("https", "http").contains(base.getScheme())) {
            throw new IllegalArgumentException("api-base (expected: like %s)".formatted(example));
        }
    }

    /// The keys that a call may be encrypted with, the current one first; empty where both are.
    public static List<AesKey> aesKeys(@Nullable String current, @Nullable String previous) {
        var keys = new ArrayList<AesKey>();
        addAesKey(keys, current, "encoding-aes-key");
        addAesKey(keys, previous, "previous-encoding-aes-key");
        return List.copyOf(keys);
    }

    /// @param setting which list they are of
    public static void differentIds(Collection<String> ids, String setting) {
        var seen = new HashSet<String>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException(
                        "%s: two have the id '%s' (expected: each its own)".formatted(setting, id));
            }
        }
    }

    private static void addAesKey(List<AesKey> keys, @Nullable String value, String name) {
        if (value != null && !value.isEmpty()) {
            text(value, name, "[A-Za-z0-9]{43}", "43 letters or digits");
            keys.add(AesKey.of(value));
        }
    }
}
