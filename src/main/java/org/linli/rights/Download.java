package org.linli.rights;

import java.io.IOException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// A file that somebody takes away; nothing in between keeps it.
public final class Download {

    private static final int PIECE = 64 * 1024;

    private Download() {}

    /// Closes the file once it was sent, or nobody wants it any more.
    public static Mono<ResponseEntity<Flux<DataBuffer>>> zip(String name, PackedFile file) {
        return Mono.fromCallable(() -> answer(name, file)).subscribeOn(Schedulers.boundedElastic());
    }

    private static ResponseEntity<Flux<DataBuffer>> answer(String name, PackedFile file) throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .contentLength(file.content().size())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(DataBufferUtils.readByteChannel(file::content, DefaultDataBufferFactory.sharedInstance, PIECE)
                        .subscribeOn(Schedulers.boundedElastic()));
    }
}
