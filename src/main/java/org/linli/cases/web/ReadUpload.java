package org.linli.cases.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.NotAPicture;
import org.linli.cases.PictureKept;
import org.linli.cases.Pictures;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reads the picture that came with a form. Nothing is kept of it yet.
@Component
class ReadUpload {

    /// An empty list where none was chosen. Never empty. Signals [NotAPicture].
    Mono<List<PictureKept>> read(AtTheDesk.Look look, @Nullable FilePart picture) {
        if (picture == null || picture.filename().isEmpty()) {
            return Mono.just(List.of());
        }
        return DataBufferUtils.join(picture.content(), Pictures.MOST_BYTES)
                .onErrorMap(DataBufferLimitException.class, _ -> new NotAPicture("too large"))
                .map(ReadUpload::bytes)
                .map(bytes -> List.of(PictureKept.of(look.map().id(), bytes)))
                .defaultIfEmpty(List.of());
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
