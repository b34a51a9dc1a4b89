package org.linli.platform.secrets;

import java.util.Base64;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Seals files, which takes milliseconds for each megabyte, and opens them again, beside the event loops.
@Component
public class SealedFiles {

    private final Sealing sealing;

    SealedFiles(Sealing sealing) {
        this.sealing = sealing;
    }

    /// What may be stored. Never empty.
    ///
    /// @param row as in [Sealing#seal]
    public Mono<String> seal(SealedColumn column, byte[] file, String... row) {
        return Mono.fromCallable(() -> sealing.seal(column, Base64.getEncoder().encodeToString(file), row))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /// Also what was stored open. Signals [WrongKeys]. Never empty.
    public Mono<byte[]> open(SealedColumn column, KeptFile file, String... row) {
        return file.sealed().isEmpty()
                ? Mono.just(file.bytes())
                : Mono.fromCallable(() -> Base64.getDecoder().decode(sealing.open(column, file.sealed(), row)))
                        .subscribeOn(Schedulers.boundedElastic());
    }
}
