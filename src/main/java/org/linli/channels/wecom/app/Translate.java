package org.linli.channels.wecom.app;

import org.jspecify.annotations.Nullable;
import org.linli.channels.Content;
import org.linli.channels.wecom.WecomEvent;
import org.linli.channels.wecom.WecomMessage;

/// Says in the words of all channels what a member said to an app.
final class Translate {

    /// Either content to work on, or the reason why there is nothing to do.
    sealed interface Meaning {

        record Says(Content content) implements Meaning {}

        record Nothing(String why) implements Meaning {}
    }

    private Translate() {}

    static Meaning of(WecomMessage message) {
        return switch (message) {
            case WecomEvent event -> ofEvent(event);
            case WecomMessage.Text text -> says(new Content.Text(text.content()));
            case WecomMessage.Image image -> says(new Content.Picture(image.mediaId(), urlOf(image)));
            case WecomMessage.Voice voice -> says(new Content.Voice(voice.mediaId(), null));
            case WecomMessage.Video video -> says(new Content.Video(video.mediaId()));
            case WecomMessage.Location at -> says(new Content.Position(at.latitude(), at.longitude(), at.label()));
            case WecomMessage.Link link -> says(new Content.Link(link.title(), link.description(), link.url()));
            case WecomMessage.Unknown unknown -> says(new Content.Unknown(unknown.kind()));
        };
    }

    private static Meaning ofEvent(WecomEvent event) {
        return switch (event) {
            case WecomEvent.Subscribed _ -> says(new Content.Followed(null));
            case WecomEvent.Unsubscribed _ -> says(new Content.Left());
            case WecomEvent.Clicked it -> says(new Content.Tapped(it.key()));
            case WecomEvent.CodeScanned it ->
                it.waits() ? says(new Content.Tapped(it.key())) : nothing("the client shows what was scanned");
            // our buttons carry their words as their key
            case WecomEvent.CardTapped it -> says(new Content.Text(it.key()));
            case WecomEvent.PicturesSent _ -> nothing("the pictures follow as messages");
            case WecomEvent.PlaceChosen _ -> nothing("the place follows as a message");
            case WecomEvent.EnteredApp _ -> nothing("the app was opened");
            case WecomEvent.Located _ -> nothing("a position that nobody asked about");
            case WecomEvent.Viewed _ -> nothing("a page was opened");
            case WecomEvent.ContactsChanged _ -> nothing("we keep no address book");
            case WecomEvent.CustomerChanged _,
                    WecomEvent.CustomerGroupChanged _,
                    WecomEvent.CustomerTagsChanged _,
                    WecomEvent.ServiceCalled _,
                    WecomEvent.ServiceAccountsChanged _ -> nothing("not of this app's members");
            case WecomEvent.JobDone _ -> nothing("we give the platform no jobs");
            case WecomEvent.ApprovalChanged _ -> nothing("the platform's own approvals");
            case WecomEvent.AppSlept _ -> nothing("the platform minds idle apps");
            case WecomEvent.UnknownEvent _ -> nothing("an event that we do not know");
        };
    }

    private static @Nullable String urlOf(WecomMessage.Image image) {
        return image.url().isBlank() ? null : image.url();
    }

    private static Meaning says(Content content) {
        return new Meaning.Says(content);
    }

    private static Meaning nothing(String why) {
        return new Meaning.Nothing(why);
    }
}
