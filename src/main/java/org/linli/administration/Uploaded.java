package org.linli.administration;

import org.jspecify.annotations.Nullable;
import org.linli.platform.bodies.WholeBody;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.codec.multipart.FilePart;
import reactor.core.publisher.Mono;

/// A file that an administrator put into a form.
final class Uploaded {

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private Uploaded() {}

    /// Empty where there is none, or it is too large.
    static Mono<byte[]> bytes(@Nullable FilePart file) {
        return file == null
                ? Mono.empty()
                : WholeBody.of(file.content(), MOST_BYTES)
                        .filter(it -> it.length > 0)
                        .onErrorResume(DataBufferLimitException.class, _ -> Mono.empty());
    }
}
