package org.linli.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.cases.web.SignedInAs;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.json.JsonMapper;

/// Sends fields to a route in the way in which it takes them: an address, a form, a form with a file, JSON.
///
/// @param staff whoever has signed in
/// @param key   the one of programs that is used now
record BrokenCalls(WebTestClient web, SignedInAs staff, Supplier<String> key, Damage damage) {

    private static final List<String> FILES = List.of("file", "picture", "pictures");
    private static final int LONGEST_KEY = 300;

    WebTestClient.ResponseSpec send(AnyRoute route, String path, Map<String, String> fields) {
        return route.isApi() ? byProgram(route, path, fields) : byBrowser(route, path, fields);
    }

    private WebTestClient.ResponseSpec byProgram(AnyRoute route, String path, Map<String, String> fields) {
        var call = web.method(route.method())
                .uri(here -> URI.create(here.build() + path + (route.reads() ? query(fields) : "")))
                .header("Authorization", "Bearer " + key.get())
                .header(
                        "Idempotency-Key",
                        damage.once(20)
                                ? "x".repeat(LONGEST_KEY)
                                : UUID.randomUUID().toString());
        return route.reads()
                ? call.exchange()
                : call.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(json(fields))
                        .exchange();
    }

    private WebTestClient.ResponseSpec byBrowser(AnyRoute route, String path, Map<String, String> fields) {
        if (route.reads()) {
            return staff.call(HttpMethod.GET, path + query(fields)).exchange();
        }
        var call = staff.call(route.method(), path);
        if (route.isJson()) {
            return call.contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(json(fields))
                    .exchange();
        }
        return route.hasFile()
                ? call.body(BodyInserters.fromMultipartData(parts(fields).build()))
                        .exchange()
                : call.body(BodyInserters.fromFormData(form(fields))).exchange();
    }

    private LinkedMultiValueMap<String, String> form(Map<String, String> fields) {
        var form = new LinkedMultiValueMap<String, String>();
        fields.forEach(form::add);
        form.add("_csrf", staff.csrf());
        return form;
    }

    private MultipartBodyBuilder parts(Map<String, String> fields) {
        var parts = new MultipartBodyBuilder();
        fields.forEach((name, value) -> {
            if (FILES.contains(name)) {
                parts.part(name, damage.text(value).getBytes(UTF_8)).filename("x.png");
            } else {
                parts.part(name, value);
            }
        });
        parts.part("_csrf", staff.csrf());
        return parts;
    }

    private String json(Map<String, String> fields) {
        var body = new TreeMap<String, @Nullable Object>();
        fields.forEach((name, value) -> body.put(name, any(value)));
        String text = JsonMapper.shared().writeValueAsString(body);
        return damage.once(10) ? damage.text(text) : text;
    }

    private @Nullable Object any(String value) {
        return switch (damage.dice().nextInt(12)) {
            case 0 -> null;
            case 1 -> List.of(value);
            case 2 -> Map.of("id", value);
            case 3 -> damage.dice().nextLong();
            case 4 -> damage.dice().nextInt(100);
            case 5 -> damage.once(2);
            case 6 -> 1e300;
            default -> value;
        };
    }

    private static String query(Map<String, String> fields) {
        var all = fields.entrySet().stream()
                .map(it -> SeenOnPages.encoded(it.getKey()) + "=" + SeenOnPages.encoded(it.getValue()))
                .toList();
        return all.isEmpty() ? "" : "?" + String.join("&", all);
    }
}
