package org.linli.open311;

import org.springframework.http.HttpStatus;

/// A call that is answered with an error of the specification.
public final class Refused extends RuntimeException {

    private final int code;

    private Refused(int code, String description) {
        super(description);
        this.code = code;
    }

    /// The call lacks something, or has it in a form that cannot be read.
    public static Refused badRequest(String description) {
        return new Refused(400, description);
    }

    /// Without a key, or with one that is not valid here.
    public static Refused forbidden(String description) {
        return new Refused(403, description);
    }

    public static Refused notFound(String description) {
        return new Refused(404, description);
    }

    public static Refused tooMany() {
        return new Refused(429, "too many calls, try again in a minute");
    }

    /// Something broke here, and the client cannot mend it. Nothing was done twice by making the call again.
    public static Refused failed() {
        return new Refused(500, "the service failed; make the same call again later, nothing is done twice");
    }

    /// What went wrong.
    public int code() {
        return code;
    }

    /// Of the answer. The specification has 400 for a service that failed.
    public HttpStatus status() {
        return code == 500 ? HttpStatus.BAD_REQUEST : HttpStatus.valueOf(code);
    }

    /// In English, for whoever programs the client; nothing of what was sent in it.
    public String description() {
        return String.valueOf(getMessage());
    }
}
