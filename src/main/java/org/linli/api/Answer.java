package org.linli.api;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// What is answered, and kept for whoever asks again with the same idempotency key.
///
/// @param body JSON
record Answer(int status, String body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Answer of(int status, Object value) {
        return new Answer(status, JSON.writeValueAsString(value));
    }

    ResponseEntity<String> response() {
        return ResponseEntity.status(status)
                .contentType(status < 400 ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }
}
