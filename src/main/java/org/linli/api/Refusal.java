package org.linli.api;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/// A call that is not done, as a problem (RFC 9457). Nothing was changed by it.
public final class Refusal extends RuntimeException {

    /// Its word ends the `type`, which never changes: `urn:linli:api:stale`. The words for people are in
    /// `templates/messages/api.properties`.
    enum Type {
        KEY("no-valid-key", HttpStatus.UNAUTHORIZED),
        SCOPE("scope-missing", HttpStatus.FORBIDDEN),
        NOT_FOUND("not-found", HttpStatus.NOT_FOUND),
        CURSOR("no-cursor", HttpStatus.BAD_REQUEST),
        PARAMETER("unknown-parameter", HttpStatus.BAD_REQUEST),
        BODY("unreadable", HttpStatus.BAD_REQUEST),
        FIELD("wrong-field", HttpStatus.UNPROCESSABLE_CONTENT),
        NO_IDEMPOTENCY_KEY("no-idempotency-key", HttpStatus.BAD_REQUEST),
        OTHER_BODY("other-body", HttpStatus.UNPROCESSABLE_CONTENT),
        IN_PROGRESS("in-progress", HttpStatus.CONFLICT),
        TOO_LONG("too-long", HttpStatus.CONTENT_TOO_LARGE),
        STALE("stale", HttpStatus.CONFLICT),
        REFUSED("refused", HttpStatus.UNPROCESSABLE_CONTENT),
        TOO_MANY("too-many", HttpStatus.TOO_MANY_REQUESTS);

        private final String word;
        private final HttpStatus status;

        Type(String word, HttpStatus status) {
            this.word = word;
            this.status = status;
        }

        String word() {
            return word;
        }

        HttpStatus status() {
            return status;
        }
    }

    private final Type type;
    private final transient Map<String, String> more;
    private final transient List<Map<String, Object>> faults;

    private Refusal(Type type, Map<String, String> more) {
        this(type, more, List.of());
    }

    private Refusal(Type type, Map<String, String> more, List<Map<String, Object>> faults) {
        super(type.word());
        this.type = type;
        this.more = Map.copyOf(more);
        this.faults = List.copyOf(faults);
    }

    static Refusal of(Type type) {
        return new Refusal(type, Map.of());
    }

    /// @param name of a field or parameter
    static Refusal field(String name) {
        return new Refusal(Type.FIELD, Map.of("field", name));
    }

    /// The same with why.
    ///
    /// @param reason a word for programs, and the end of a key of words for people
    static Refusal field(String name, String reason) {
        return new Refusal(Type.FIELD, Map.of("field", name, "reason", reason));
    }

    /// @param name  which is not known, as it was said
    /// @param known those that are
    static Refusal parameter(String name, List<String> known) {
        return new Refusal(
                Type.PARAMETER,
                Map.of(
                        "field",
                        name,
                        "known",
                        String.join(", ", known),
                        "reason",
                        known.isEmpty() ? "none-known" : "some-known"));
    }

    /// @param reason a word for programs
    /// @param detail for people, instead of the type's own words
    static Refusal of(Type type, String reason, String detail) {
        return new Refusal(type, Map.of("reason", reason, "detail", detail));
    }

    /// In the type's own words for people.
    ///
    /// @param reason a word for programs
    static Refusal because(String reason) {
        return new Refusal(Type.REFUSED, Map.of("reason", reason));
    }

    /// The same, with how many it would be.
    static Refusal counted(String reason, long count) {
        return new Refusal(Type.REFUSED, Map.of("reason", reason, "count", Long.toString(count)));
    }

    /// The same, with where in a list or file it is wrong.
    static Refusal because(String reason, List<Map<String, Object>> faults) {
        return new Refusal(Type.REFUSED, Map.of("reason", reason), faults);
    }

    Type type() {
        return type;
    }

    /// What a program may want to know beside the type.
    Map<String, String> more() {
        return more;
    }

    /// Mostly empty: the first of what is wrong in a list or a file.
    List<Map<String, Object>> faults() {
        return faults;
    }
}
