package org.linli.postroom.web;

import org.jspecify.annotations.Nullable;

/// What a form of the post room hands in, in the body.
///
/// @param key   of a letter
/// @param to    the platform's id of a person, or of a group
/// @param group `true` where it is a group's
record Asked(
        @Nullable String key, @Nullable String to, @Nullable Boolean group) {

    String which() {
        return key == null ? "" : key;
    }

    String whom() {
        return to == null ? "" : to.strip();
    }

    boolean isGroup() {
        return Boolean.TRUE.equals(group);
    }

    @Override
    public String toString() {
        return "Asked[]";
    }
}
