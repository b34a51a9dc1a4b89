package org.linli.channels;

import java.time.Duration;
import reactor.core.publisher.Mono;

/// Gets what people sent besides words, as long as the platform has it. One bean per channel whose messages carry any.
///
/// Adapters give the body of the platform's answer to [TakeMedia]; everything else is done once for all of them.
public interface FetchMedia {

    /// The channel whose messages name such media.
    ChannelId channel();

    /// How long after it was sent the platform still has it. Nobody asks for it any later.
    default Duration keptFor() {
        return Duration.ofDays(3);
    }

    /// Fetches it once. Signals [MediaFailure] and no other error; its reason says whether to try again. Ends within a
    /// minute.
    ///
    /// @param account of whom it came, and so which of ours it was sent to; in a group the
    ///                group's, if this channel is the group's own
    /// @param media   by which the message named it; opaque to everybody else, may open it and so is never shown
    /// @return never empty
    Mono<Media> fetch(Address account, String media);

    /// The second way, where the message also told an address, as [Content.Picture#url] does. By default there is none.
    ///
    /// An adapter asks only hosts of its platform's: the address came from outside. Signals the same errors.
    ///
    /// @return never empty
    default Mono<Media> look(Address account, String url) {
        return Mono.error(() -> new MediaFailure(MediaFailure.Reason.GONE, "the platform has no second way"));
    }
}
