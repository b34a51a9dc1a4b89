package org.linli.open311;

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

    /// The status of the answer.
    public int code() {
        return code;
    }

    /// In English, for whoever programs the client; nothing of what was sent in it.
    public String description() {
        return String.valueOf(getMessage());
    }
}
