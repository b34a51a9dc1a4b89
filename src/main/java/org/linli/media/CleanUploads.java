package org.linli.media;

import java.util.Set;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;
import org.linli.channels.TakeMedia;
import org.linli.platform.bodies.WholeBody;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Cleans pictures that come by a page or a call of ours, like those that platforms bring: written anew from their
/// pixels.
@Component
public class CleanUploads {

    private static final Set<String> DOCUMENTS =
            Set.of("application/pdf", "application/x-tika-msoffice", "application/x-tika-ooxml", "text/plain");

    /// Of a picture that comes with a form or a call.
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private final TakeMedia take;

    public CleanUploads(TakeMedia take) {
        this.take = take;
    }

    /// Signals [MediaFailure] `REFUSED_TYPE` for what is no picture, `TOO_LARGE` for more than [#MOST_BYTES].
    ///
    /// @return a JPEG or a PNG in which nothing tells where or with what it was taken; never empty
    public Mono<Media> picture(byte[] bytes) {
        return bytes.length > MOST_BYTES
                ? Mono.error(CleanUploads::tooLarge)
                : Mono.fromCallable(() -> clean(take.take(bytes))).subscribeOn(Schedulers.boundedElastic());
    }

    /// The same of a file that came with a form. Empty where none was chosen.
    public Mono<Media> picture(FilePart file) {
        return WholeBody.of(file.content(), MOST_BYTES)
                .onErrorMap(DataBufferLimitException.class, _ -> tooLarge())
                .filter(it -> it.length > 0)
                .flatMap(this::picture);
    }

    /// A picture as by [#picture(byte\[\])], or a document as it is. Signals [MediaFailure] `REFUSED_TYPE` for
    /// everything else.
    ///
    /// @return never empty; only pictures may be shown by a browser, documents are to be saved
    public Mono<Media> enclosure(byte[] bytes) {
        return Mono.fromCallable(() -> {
                    var media = take.take(bytes);
                    return DOCUMENTS.contains(media.type()) ? media : clean(media);
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static MediaFailure tooLarge() {
        return new MediaFailure(Reason.TOO_LARGE, "more than " + MOST_BYTES + " bytes");
    }

    private static Media clean(Media media) {
        if (!media.type().startsWith("image/")) {
            throw new MediaFailure(Reason.REFUSED_TYPE, media.type());
        }
        Cleaned cleaned = Cleaned.of(media);
        return new Media(cleaned.type(), cleaned.bytes());
    }
}
