package org.linli.platform.bodies;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Mono;

/// All bytes of a body or of a file in a form, which is never more than may be kept in memory.
public final class WholeBody {

    private WholeBody() {}

    /// Empty where nothing came. Signals [DataBufferLimitException] as soon as more came than may.
    ///
    /// @param most bytes
    public static Mono<byte[]> of(Publisher<DataBuffer> body, int most) {
        return DataBufferUtils.join(body, most).map(WholeBody::bytes);
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
