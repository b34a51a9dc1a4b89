package org.linli.dialogue.talk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Content;
import org.linli.community.Coordinates;
import org.linli.dialogue.phrases.Words;
import org.linli.media.MediaKind;
import org.linli.media.MediaSent;

/// A message as far as a talk is concerned.
public sealed interface Heard {

    /// @param words cleaned, not empty
    record Said(String words) implements Heard {
        @Override
        public String toString() {
            return "Said[" + words.length() + " characters]";
        }
    }

    /// Something to look at or to hear, for people.
    ///
    /// @param media the id under which it is kept
    record Shown(String media, MediaKind kind) implements Heard {}

    /// @param where in the platform's words and degrees
    record Pointed(String where, Coordinates at) implements Heard {
        @Override
        public String toString() {
            return "Pointed[]";
        }
    }

    /// @param code by which of ours they came; `null` without one
    record Joined(@Nullable String code) implements Heard {}

    /// They came by one of our codes and know us already.
    record CameBack(String code) implements Heard {}

    /// Something that neither we nor staff can make use of.
    record Unreadable() implements Heard {}

    /// They are gone.
    record Went() implements Heard {}

    /// Nobody waits for an answer.
    record Nothing() implements Heard {}

    /// @param arrival id of the message that carried it
    static Heard from(long arrival, Content content) {
        return MediaSent.kind(content)
                .<Heard>map(kind -> new Shown(MediaSent.id(arrival), kind))
                .orElseGet(() -> readable(content));
    }

    private static Heard readable(Content content) {
        return switch (content) {
            case Content.Text text -> said(text.text());
            case Content.Tapped tapped -> said(tapped.key());
            case Content.Voice voice -> voice.words() == null ? new Unreadable() : said(voice.words());
            case Content.Position position -> new Pointed(where(position), at(position));
            case Content.Followed followed -> new Joined(followed.scene());
            case Content.Scanned scanned -> new CameBack(scanned.scene());
            case Content.Picture _, Content.Video _, Content.File _, Content.Link _, Content.Unknown _ ->
                new Unreadable();
            case Content.Left _ -> new Went();
            case Content.Permits _, Content.Delivered _ -> new Nothing();
        };
    }

    private static Heard said(String text) {
        String words = Words.clean(text);
        return words.isEmpty() ? new Unreadable() : new Said(words);
    }

    private static Coordinates at(Content.Position position) {
        return new Coordinates(position.latitude(), position.longitude());
    }

    private static String where(Content.Position position) {
        String label = Words.brief(Words.clean(position.label()), 100);
        return String.format(Locale.ROOT, "%s (%.5f, %.5f)", label, position.latitude(), position.longitude())
                .strip();
    }
}
