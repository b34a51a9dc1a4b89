package org.linli.channels;

import java.util.function.UnaryOperator;
import org.apache.tika.Tika;
import org.linli.platform.bodies.WholeBody;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes bytes from outside: no more than we keep, and only of kinds that we keep.
@Component
public class TakeMedia {

    private static final Tika JUDGE = new Tika();

    private final MediaSettings settings;

    public TakeMedia(MediaSettings settings) {
        this.settings = settings;
    }

    /// Reads a body until its end or the limit. Signals [MediaFailure] `TOO_LARGE` and `REFUSED_TYPE`; errors of the
    /// body pass through.
    ///
    /// @return never empty
    public Mono<Media> take(Publisher<DataBuffer> body) {
        return take(body, bytes -> bytes);
    }

    /// The same for a body that has to be opened first, like one that was encrypted; what `open` throws passes through.
    public Mono<Media> take(Publisher<DataBuffer> body, UnaryOperator<byte[]> open) {
        return WholeBody.of(body, (int) settings.most().toBytes())
                .onErrorMap(DataBufferLimitException.class, _ -> tooLarge())
                .defaultIfEmpty(new byte[0])
                .map(open)
                .map(this::take);
    }

    /// The same for bytes that are here already; throws the same errors.
    public Media take(byte[] bytes) {
        if (bytes.length > settings.most().toBytes()) {
            throw tooLarge();
        }
        String type = JUDGE.detect(bytes);
        if (!settings.types().contains(type)) {
            throw new MediaFailure(MediaFailure.Reason.REFUSED_TYPE, type);
        }
        return new Media(type, bytes);
    }

    private MediaFailure tooLarge() {
        return new MediaFailure(MediaFailure.Reason.TOO_LARGE, "more than " + settings.most());
    }
}
