package org.linli.channels.wechat;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the platform answered. Not printable: it may hold a token.
record PlatformAnswer(PlatformCode code, String token, long expiresIn) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Empty where it is no answer of the platform's, like the error page of a proxy.
    static Optional<PlatformAnswer> read(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isObject() ? Optional.of(from(json)) : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private static PlatformAnswer from(JsonNode json) {
        return new PlatformAnswer(
                new PlatformCode(json.path("errcode").asLong(0)),
                json.path("access_token").asString(""),
                json.path("expires_in").asLong(0));
    }

    @Override
    public String toString() {
        return "PlatformAnswer[" + code.value() + "]";
    }
}
