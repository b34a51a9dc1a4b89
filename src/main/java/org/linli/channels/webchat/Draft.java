package org.linli.channels.webchat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a browser wants to say. Read from JSON, nothing in it is checked yet.
///
/// @param id      the browser's own for this line: it sends the same one again until it gets an answer
/// @param picture the id of a picture that was put into the room before
/// @param speaker whom the visitor picked, in a group
/// @param quotes  the id of the line to which it is a reply
record Draft(
        @Nullable String id,
        @Nullable String text,
        @Nullable String picture,
        @Nullable String speaker,
        @Nullable String quotes) {

    private static final int LONGEST_ID = 200;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    static boolean isId(@Nullable String text) {
        return text != null && ID.matcher(text).matches();
    }

    /// Signals [Refusal] when it cannot be said.
    Line.Said said(int mostCharacters) {
        if (!isId(id)) {
            throw new Refusal(Refusal.Reason.UNREADABLE);
        }
        if (picture != null) {
            return Line.Said.picture(picture);
        }
        return Line.Said.words(words(mostCharacters), List.of());
    }

    /// Empty as well where no line can have such an id.
    Optional<String> quoted() {
        return Optional.ofNullable(quotes).filter(it -> it.length() <= LONGEST_ID && it.indexOf('\0') < 0);
    }

    private String words(int mostCharacters) {
        // PostgreSQL has no place for a character zero
        String words = text == null ? "" : text.replace('\0', '\uFFFD');
        if (words.codePoints().allMatch(Draft::isInvisible)) {
            throw new Refusal(Refusal.Reason.EMPTY);
        }
        if (words.codePointCount(0, words.length()) > mostCharacters) {
            throw new Refusal(Refusal.Reason.TOO_LONG);
        }
        return words;
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }

    @Override
    public String toString() {
        return "Draft[]";
    }
}
