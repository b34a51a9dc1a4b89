package org.linli.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What a platform answers.
public record Told(int status, Map<String, String> headers, byte[] body) {

    public Told {
        headers = Map.copyOf(headers);
    }

    /// @param value anything that Jackson writes, in HTTP 200
    public static Told json(Object value) {
        return of(200, "application/json; charset=UTF-8", JsonMapper.shared().writeValueAsBytes(value));
    }

    public static Told html(int status, String page) {
        return of(status, "text/html; charset=UTF-8", page.getBytes(UTF_8));
    }

    public static Told redirect(String address) {
        return new Told(302, Map.of("Location", address), new byte[0]);
    }

    public static Told of(int status, String type, byte[] body) {
        return new Told(status, Map.of("Content-Type", type), body);
    }

    public String text() {
        return new String(body, UTF_8);
    }

    boolean isText() {
        String type = headers.getOrDefault("Content-Type", "");
        return type.contains("json") || type.contains("text") || type.contains("xml");
    }

    @Override
    public String toString() {
        return "Told[" + status + "]";
    }
}
