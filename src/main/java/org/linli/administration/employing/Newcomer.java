package org.linli.administration.employing;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.community.personnel.Post;

/// Somebody who is to work here.
///
/// @param id    also the sign-in name
/// @param phone of the office, told to residents; `null` without
public record Newcomer(
        String id, String name, Post post, @Nullable String phone) {

    private static final Pattern SIGN_IN_NAME = Pattern.compile("[a-z][a-z0-9-]{1,31}");
    private static final int LONGEST = 60;

    /// As it was typed, without what surrounds it. Empty where it names nobody who could sign in: an id is 2 to 32
    /// small letters, digits and dashes and begins with a letter, a name and a telephone have at most
    /// 60 characters.
    public static Optional<Newcomer> typed(
            @Nullable String id, @Nullable String name, Post post, @Nullable String phone) {
        String called = stripped(name);
        String reached = stripped(phone);
        boolean readable = SIGN_IN_NAME.matcher(stripped(id)).matches()
                && !called.isEmpty()
                && called.length() <= LONGEST
                && reached.length() <= LONGEST;
        return readable
                ? Optional.of(new Newcomer(stripped(id), called, post, reached.isEmpty() ? null : reached))
                : Optional.empty();
    }

    private static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    @Override
    public String toString() {
        return "Newcomer[" + id + "]";
    }
}
