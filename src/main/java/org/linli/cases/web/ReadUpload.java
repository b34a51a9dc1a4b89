package org.linli.cases.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.NotAPicture;
import org.linli.cases.PictureKept;
import org.linli.channels.MediaFailure;
import org.linli.media.CleanUploads;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reads the picture that came with a form, and frees it of what it tells beside its pixels. Nothing is kept of it yet.
@Component
class ReadUpload {

    private final CleanUploads clean;

    ReadUpload(CleanUploads clean) {
        this.clean = clean;
    }

    /// An empty list where none was chosen. Never empty. Signals [NotAPicture].
    Mono<List<PictureKept>> read(AtTheDesk.Look look, @Nullable FilePart picture) {
        if (picture == null || picture.filename().isEmpty()) {
            return Mono.just(List.of());
        }
        return clean.picture(picture)
                .onErrorMap(MediaFailure.class, refused -> new NotAPicture(String.valueOf(refused.getMessage())))
                .map(media -> List.of(PictureKept.of(look.map().id(), media)))
                .defaultIfEmpty(List.of());
    }
}
