package org.linli.channels.webchat;

import org.springframework.http.HttpStatus;

/// Nothing of the request was kept; the page says why.
final class Refusal extends RuntimeException {

    /// With the answer's status and the key of its words in `templates/channels/webchat.properties`.
    enum Reason {
        EMPTY(HttpStatus.BAD_REQUEST, "refused.empty"),
        TOO_LONG(HttpStatus.BAD_REQUEST, "refused.too-long"),
        UNREADABLE(HttpStatus.BAD_REQUEST, "refused.unreadable"),
        NO_SPEAKER(HttpStatus.BAD_REQUEST, "refused.no-speaker"),
        NO_PICTURE(HttpStatus.BAD_REQUEST, "refused.no-picture"),
        STRANGER(HttpStatus.FORBIDDEN, "refused.stranger"),
        NO_ROOM(HttpStatus.NOT_FOUND, "refused.no-room"),
        TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "refused.too-large"),
        TOO_FAST(HttpStatus.TOO_MANY_REQUESTS, "refused.too-fast"),
        NOT_NOW(HttpStatus.SERVICE_UNAVAILABLE, "refused.not-now");

        private final HttpStatus status;
        private final String words;

        Reason(HttpStatus status, String words) {
            this.status = status;
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final Reason reason;

    Refusal(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    HttpStatus status() {
        return reason.status;
    }

    String words() {
        return reason.words;
    }
}
