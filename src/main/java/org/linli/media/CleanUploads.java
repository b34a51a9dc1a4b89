package org.linli.media;

import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;
import org.linli.channels.TakeMedia;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Cleans pictures that come by a page of ours, like those that platforms bring: written anew from their pixels.
@Component
public class CleanUploads {

    private final TakeMedia take;

    public CleanUploads(TakeMedia take) {
        this.take = take;
    }

    /// Signals [MediaFailure] `REFUSED_TYPE` for what is no picture, `TOO_LARGE` for what is more than we keep.
    ///
    /// @return a JPEG or a PNG in which nothing tells where or with what it was taken; never empty
    public Mono<Media> picture(byte[] bytes) {
        return Mono.fromCallable(() -> clean(take.take(bytes))).subscribeOn(Schedulers.boundedElastic());
    }

    private static Media clean(Media media) {
        if (!media.type().startsWith("image/")) {
            throw new MediaFailure(Reason.REFUSED_TYPE, media.type());
        }
        Cleaned cleaned = Cleaned.of(media);
        return new Media(cleaned.type(), cleaned.bytes());
    }
}
