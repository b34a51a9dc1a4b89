package org.linli.api;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// What is answered, and kept for whoever asks again with the same idempotency key.
///
/// @param body   JSON
/// @param secret whether it holds a secret: then it is kept sealed
record Answer(int status, String body, boolean secret) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Answer of(int status, Object value) {
        return new Answer(status, JSON.writeValueAsString(value), false);
    }

    /// With something that is told for the only time.
    static Answer secret(int status, Object value) {
        return new Answer(status, JSON.writeValueAsString(value), true);
    }

    ResponseEntity<String> response() {
        return ResponseEntity.status(status)
                .contentType(status < 400 ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
