package org.linli.administration;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
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
                : DataBufferUtils.join(file.content(), MOST_BYTES)
                        .map(Uploaded::read)
                        .filter(it -> it.length > 0)
                        .onErrorResume(DataBufferLimitException.class, _ -> Mono.empty());
    }

    private static byte[] read(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
