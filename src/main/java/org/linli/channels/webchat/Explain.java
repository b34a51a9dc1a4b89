package org.linli.channels.webchat;

import java.nio.charset.StandardCharsets;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

/// Tells the page, in words for its visitor, why nothing was kept. What the browser sent is not in the log.
@RestControllerAdvice(assignableTypes = Talk.class)
@Order(0)
class Explain {

    private static final Logger LOG = LoggerFactory.getLogger(Explain.class);
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Words words;

    Explain(Words words) {
        this.words = words;
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal) {
        return ResponseEntity.status(refusal.status()).contentType(PLAIN).body(words.of(refusal.words()));
    }

    @ExceptionHandler
    ResponseEntity<String> notReadable(ServerWebInputException unreadable) {
        boolean tooLarge = unreadable.getMostSpecificCause() instanceof DataBufferLimitException;
        return refused(new Refusal(tooLarge ? Refusal.Reason.TOO_LARGE : Refusal.Reason.UNREADABLE));
    }

    @ExceptionHandler
    ResponseEntity<String> tooLarge(DataBufferLimitException tooLarge) {
        return refused(new Refusal(Refusal.Reason.TOO_LARGE));
    }

    /// Wrong media type and the like: the framework knows the status.
    @ExceptionHandler
    ResponseEntity<String> otherwise(ResponseStatusException error) {
        return ResponseEntity.status(error.getStatusCode())
                .contentType(PLAIN)
                .body(words.of(Refusal.Reason.UNREADABLE.words()));
    }

    @ExceptionHandler
    ResponseEntity<String> failed(Exception error) {
        LOG.warn("nothing of a request was promised, the browser tries again: {}", Failed.briefly(error));
        return refused(new Refusal(Refusal.Reason.NOT_NOW));
    }
}
