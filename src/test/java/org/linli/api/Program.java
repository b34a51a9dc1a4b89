package org.linli.api;

import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program that calls with its key.
record Program(WebTestClient web, String key) {

    private static final JsonMapper JSON = JsonMapper.shared();

    record Said(int status, JsonNode body) {

        String type() {
            return body.path("type").asString();
        }

        String text(String field) {
            return body.path(field).asString();
        }
    }

    Said get(String path) {
        return said(web.get().uri(path).header("Authorization", "Bearer " + key).exchange());
    }

    /// Once, under an idempotency key of its own.
    Said post(String path, String body) {
        return post(path, UUID.randomUUID().toString(), body);
    }

    Said put(String path, String body) {
        return call(HttpMethod.PUT, path, UUID.randomUUID().toString(), body);
    }

    Said post(String path, String once, String body) {
        return call(HttpMethod.POST, path, once, body);
    }

    private Said call(HttpMethod method, String path, String once, String body) {
        return said(web.method(method)
                .uri(path)
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", once)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange());
    }

    private static Said said(WebTestClient.ResponseSpec answer) {
        var read = answer.expectBody(String.class).returnResult();
        return new Said(
                read.getStatus().value(), JSON.readTree(Objects.requireNonNullElse(read.getResponseBody(), "{}")));
    }
}
