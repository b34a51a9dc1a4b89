package org.linli.media;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Somebody sent something besides words: it is to be fetched. Safe to repeat, an id is written once.
///
/// @param id     names it for ever, on pages too; says nothing of the sender
/// @param sender where the message came from: the person, in a group the group, if its own channel heard it
/// @param media  by which the platform gives it out
/// @param url    a second way to it, where the platform told one
/// @param name   of a file, as the sender calls it; otherwise empty
/// @param tell   who is told when it cannot be had; `null`: nobody
public record MediaSent(
        CommunityId community,
        String id,
        MediaKind kind,
        Address sender,
        String media,
        @Nullable String url,
        String name,
        Instant receivedAt,
        @Nullable Address tell)
        implements Effect {

    private static final int LONGEST_NAME = 200;

    /// The id of what came by this message of the inbox.
    public static String id(long arrival) {
        return "m-" + arrival;
    }

    /// Whether it names something that came by a message: pictures of other origin have other ids.
    public static boolean isId(String text) {
        return text.matches("m-\\d{1,19}");
    }

    /// What kind of thing the message carries, for people to look at or to hear. A voice that the platform
    /// understood is words. Empty for everything else.
    public static Optional<MediaKind> kind(Content content) {
        return named(content).map(Named::kind);
    }

    /// Empty where there is nothing to fetch.
    public static Optional<MediaSent> in(long arrival, Inbound message, Instant receivedAt, @Nullable Address tell) {
        return named(message.content())
                .map(it -> new MediaSent(
                        message.community(),
                        id(arrival),
                        it.kind,
                        source(message),
                        it.media.replace("\0", ""),
                        it.url,
                        it.name,
                        receivedAt,
                        tell));
    }

    /// The group, unless another channel than the group's has heard it there and knows how to get it.
    private static Address source(Inbound message) {
        return message.replyTo().channel().equals(message.from().channel()) ? message.replyTo() : message.from();
    }

    private record Named(
            MediaKind kind, String media, @Nullable String url, String name) {}

    private static Optional<Named> named(Content content) {
        return switch (content) {
            case Content.Picture(String media, String url) -> Optional.of(new Named(MediaKind.PICTURE, media, url, ""));
            case Content.Voice(String media, String words) ->
                words == null ? Optional.of(new Named(MediaKind.VOICE, media, null, "")) : Optional.empty();
            case Content.Video(String media) -> Optional.of(new Named(MediaKind.VIDEO, media, null, ""));
            case Content.File(String media, String name) ->
                Optional.of(new Named(MediaKind.FILE, media, null, brief(name)));
            case Content.Text _, Content.Position _, Content.Link _, Content.Tapped _, Content.Followed _ ->
                Optional.empty();
            case Content.Left _, Content.Scanned _, Content.Permits _, Content.Delivered _, Content.Unknown _ ->
                Optional.empty();
        };
    }

    /// The end of a name says more than its beginning: it tells the kind.
    private static String brief(String name) {
        String clean = name.replaceAll("\\p{Cc}", "");
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
    }

    @Override
    public String toString() {
        return "MediaSent[" + id + ", " + kind + "]";
    }
}
