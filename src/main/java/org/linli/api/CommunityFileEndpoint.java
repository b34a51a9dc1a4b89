package org.linli.api;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.community.ImportCommunity;
import org.linli.community.ImportDrafts;
import org.linli.community.ImportDrafts.Draft;
import org.linli.community.ReviewImport;
import org.linli.community.file.CommunityFile;
import org.linli.community.file.Difference;
import org.linli.community.file.Problem;
import org.linli.community.file.UnusableFile;
import org.linli.community.file.WriteYaml;
import org.linli.keys.Scope;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// The community's file, compared with what stands and then taken over, as on its page.
@RestController
class CommunityFileEndpoint {

    private static final int LONGEST = 4 * 1024 * 1024;
    /// Line ends and quotes take two bytes in JSON.
    private static final int MOST_BYTES = 2 * LONGEST;

    private static final int SHORT = 60;
    /// Its ending says how a file is read.
    private record Sent(String name, byte[] bytes) {}

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final AnswerCalls calls;
    private final ReviewImport reviews;
    private final ImportDrafts drafts;
    private final ImportCommunity imports;
    private final Effects effects;
    private final Clock clock;

    CommunityFileEndpoint(
            AnswerCalls calls,
            ReviewImport reviews,
            ImportDrafts drafts,
            ImportCommunity imports,
            Effects effects,
            Clock clock) {
        this.calls = calls;
        this.reviews = reviews;
        this.drafts = drafts;
        this.imports = imports;
        this.effects = effects;
        this.clock = clock;
    }

    /// Places, units, groups and staff as YAML, without residents. It stands in the trail.
    @GetMapping("/api/v1/community/file")
    Mono<ResponseEntity<String>> file(ServerHttpRequest request) {
        return calls.client(Scope.SETTINGS_READ, request)
                .filter(client -> client.key().opens(Scope.STAFF_READ))
                .switchIfEmpty(Mono.error(() -> Refusal.of(Refusal.Type.SCOPE)))
                .delayUntil(client -> effects.commit(List.of(new Noted(
                        client.community(),
                        client.key().id(),
                        Noted.Kind.EXPORTED,
                        "community",
                        "yaml",
                        clock.instant()))))
                .map(client -> ResponseEntity.ok()
                        .contentType(YAML)
                        .cacheControl(CacheControl.noStore())
                        .body(WriteYaml.of(client.map())));
    }

    /// Kept sealed, since it says who works where. What the file would change, under a name by which it is taken within
    /// an hour; otherwise what is wrong, by line.
    @PostMapping(path = "/api/v1/community/review", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> review(ServerHttpRequest request) {
        return calls.change(Scope.SETTINGS_WRITE, request, MOST_BYTES, (call, body) -> {
            var sent = sent(ReadBody.json(body));
            var community = call.client().community();
            return reviews.of(community, sent.name(), sent.bytes())
                    .switchIfEmpty(Mono.error(() -> Refusal.because("other-community")))
                    .filter(review -> mayDo(call.client(), review.file()))
                    .switchIfEmpty(Mono.error(() -> Refusal.of(Refusal.Type.SCOPE)))
                    .flatMap(review -> drafts.keep(community, new Draft(sent.name(), sent.bytes(), review.seen()))
                            .map(draft -> Answer.secret(200, json(draft, review))))
                    .onErrorResume(UnusableFile.class, wrong -> Mono.just(Answer.secret(200, json(wrong))));
        });
    }

    /// One of both: a spreadsheet in `file`, or `yaml`.
    private static Sent sent(JsonNode json) {
        if (!json.hasNonNull("file")) {
            String yaml = ReadBody.required(json, "yaml", LONGEST);
            return new Sent("file.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        }
        if (json.hasNonNull("yaml")) {
            throw Refusal.field("yaml");
        }
        return new Sent("file.xlsx", SentFile.of(json, LONGEST));
    }

    /// Signals [Refusal] where the community was changed since.
    @PostMapping(path = "/api/v1/community/import", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> take(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.SETTINGS_WRITE, request, body, call -> {
            var by = call.client().as();
            return drafts.take(by.community(), ReadBody.required(ReadBody.json(body), "draft", SHORT))
                    .flatMap(draft -> reviews.of(by.community(), draft.name(), draft.bytes())
                            .filter(review -> mayDo(call.client(), review.file()))
                            .switchIfEmpty(Mono.error(() -> Refusal.of(Refusal.Type.SCOPE)))
                            .flatMap(review -> imports.uploaded(by, review, draft.seen())))
                    .map(it -> Answer.of(200, Map.of("kept", it.kept())))
                    .onErrorMap(Conflict.class, _ -> Refusal.of(Refusal.Type.STALE))
                    .onErrorMap(UnusableFile.class, _ -> Refusal.because("unusable-file"));
        });
    }

    /// No scope holds another: whoever sets up the community by a file takes nobody on and verifies nobody with it.
    private static boolean mayDo(Client client, CommunityFile file) {
        return (file.staff().isEmpty() || client.key().opens(Scope.STAFF_WRITE))
                && (file.residents().isEmpty() || client.key().opens(Scope.RESIDENTS_WRITE));
    }

    private static Map<String, Object> json(String draft, ReviewImport.Review review) {
        var json = new LinkedHashMap<String, Object>();
        json.put("draft", draft);
        json.put(
                "differences",
                review.differences().stream().map(CommunityFileEndpoint::json).toList());
        json.put("residents", review.file().residents().size());
        json.put("problems", List.of());
        return json;
    }

    private static Map<String, Object> json(UnusableFile wrong) {
        var json = new LinkedHashMap<String, Object>();
        json.put("draft", "");
        json.put("differences", List.of());
        json.put("residents", 0);
        json.put(
                "problems",
                wrong.problems().stream().map(CommunityFileEndpoint::json).toList());
        return json;
    }

    static Map<String, Object> json(Difference it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("table", it.table());
        json.put("id", it.id());
        json.put("before", it.before() == null ? Map.of() : it.before());
        json.put("after", it.after());
        return json;
    }

    private static Map<String, Object> json(Problem it) {
        return Map.of("sheet", it.sheet(), "line", it.line(), "what", Words.of(it.what()), "said", it.said());
    }
}
