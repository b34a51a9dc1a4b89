package org.linli.channels.tencent;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the platform answered. Not printable: it may hold a token.
public record PlatformAnswer(JsonNode json) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Empty where it is no answer of the platform's, like the error page of a proxy.
    static Optional<PlatformAnswer> read(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isObject() ? Optional.of(new PlatformAnswer(json)) : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    /// Zero where it names none: answers that only carry data often do not.
    public long errcode() {
        return json.path("errcode").asLong(0);
    }

    /// Empty where there is none.
    public String textOf(String name) {
        return json.path(name).asString("");
    }

    /// Zero where there is none.
    public long numberOf(String name) {
        return json.path(name).asLong(0);
    }

    @Override
    public String toString() {
        return "PlatformAnswer[" + errcode() + "]";
    }
}
