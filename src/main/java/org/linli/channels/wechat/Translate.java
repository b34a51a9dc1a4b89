package org.linli.channels.wechat;

import java.util.List;
import java.util.Optional;
import org.linli.channels.Content;
import org.linli.channels.Content.Delivered.Counts;
import org.linli.channels.wechat.WechatEvent.Notices.Stage;

/// Says in the words of all channels what WeChat said.
final class Translate {

    /// Either content to work on, or the reason why there is nothing to do.
    sealed interface Meaning {

        record Says(Content content) implements Meaning {}

        /// Several things at once, not to be answered.
        record SaysAll(List<Content> contents) implements Meaning {}

        record Nothing(String why) implements Meaning {}
    }

    /// The platform counts them and names no limit.
    private static final int MOST_PERMISSIONS = 10_000;

    private Translate() {}

    static Meaning of(WechatMessage message) {
        return switch (message) {
            case WechatEvent event -> ofEvent(event);
            case WechatMessage.Text text ->
                says(new Content.Text(text.content(), text.menuItem() == null ? null : true));
            case WechatMessage.Image image -> says(new Content.Picture(image.mediaId(), image.url()));
            case WechatMessage.Voice voice -> says(new Content.Voice(voice.mediaId(), voice.recognition()));
            case WechatMessage.Video video -> says(new Content.Video(video.mediaId()));
            case WechatMessage.Location at -> says(new Content.Position(at.latitude(), at.longitude(), at.label()));
            case WechatMessage.Link link -> says(new Content.Link(link.title(), link.description(), link.url()));
            case WechatMessage.Unknown unknown -> says(new Content.Unknown(unknown.kind()));
        };
    }

    private static Meaning ofEvent(WechatEvent event) {
        return switch (event) {
            case WechatEvent.Subscribed it -> says(new Content.Followed(it.scene()));
            case WechatEvent.Unsubscribed _ -> says(new Content.Left());
            case WechatEvent.Scanned it -> says(new Content.Scanned(it.scene()));
            case WechatEvent.Clicked it -> says(new Content.Tapped(it.key()));
            case WechatEvent.CodeScanned it ->
                it.waits() ? says(new Content.Tapped(it.key())) : nothing("the client shows what was scanned");
            case WechatEvent.TemplateSent it -> says(new Content.Delivered(it.job(), it.arrived(), it.status()));
            case WechatEvent.MassSent it -> says(sent(it));
            case WechatEvent.PicturesSent _ -> nothing("the pictures follow as messages");
            case WechatEvent.PlaceChosen _ -> nothing("the place follows as a message");
            // one comes each time the talk is opened: nobody asked anything
            case WechatEvent.Located _ -> nothing("a position that nobody asked about");
            case WechatEvent.Viewed _ -> nothing("a page was opened");
            case WechatEvent.MiniProgramViewed _ -> nothing("a mini program was opened");
            case WechatEvent.AuthorizationRevoked _ -> nothing("we keep no profile of the platform's");
            case WechatEvent.UserInfoModified _ -> nothing("we keep no profile of the platform's");
            case WechatEvent.ServiceTalk _ -> nothing("the platform's own customer service");
            case WechatEvent.Notices it -> all(it);
            case WechatEvent.UnknownEvent _ -> nothing("an event that we do not know");
        };
    }

    private static Content sent(WechatEvent.MassSent it) {
        return new Content.Delivered(
                it.job(),
                it.arrived() ? Content.Delivered.Stage.ARRIVED : Content.Delivered.Stage.FAILED,
                it.status(),
                new Counts(it.total(), it.filtered(), it.sent(), it.failed()));
    }

    private static Meaning all(WechatEvent.Notices notices) {
        var contents = notices.notices().stream()
                .flatMap(it -> content(notices.stage(), it).stream())
                .toList();
        return contents.isEmpty() ? nothing("nothing was decided") : new Meaning.SaysAll(contents);
    }

    /// Who refuses the one that is offered keeps what they allowed before; who switches a kind off keeps nothing.
    private static Optional<Content> content(Stage stage, WechatEvent.Notice notice) {
        return switch (stage) {
            case SENT -> Optional.of(new Content.Delivered(notice.job(), notice.arrived(), notice.status()));
            case ASKED -> notice.accepted() ? Optional.of(permits(notice, 1)) : Optional.empty();
            case CHANGED -> notice.rejected() ? Optional.of(permits(notice, 0)) : Optional.empty();
        };
    }

    private static Content permits(WechatEvent.Notice notice, int more) {
        return new Content.Permits(notice.template(), more, more * MOST_PERMISSIONS);
    }

    private static Meaning says(Content content) {
        return new Meaning.Says(content);
    }

    private static Meaning nothing(String why) {
        return new Meaning.Nothing(why);
    }
}
