package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.linli.keys.Scope;
import org.linli.platform.database.CommunityId;
import org.linli.teaching.Candidate;
import org.linli.teaching.DecideLearning;
import org.linli.teaching.Promotion;
import org.linli.teaching.ProposedChange;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// What was taught, as a change of the examples: read, put on trial, put to use, taken back.
@RestController
class TeachingChangeEndpoint {

    private static final int SHORT = 60;
    private static final String FOLDER = "intents";

    private final AnswerCalls calls;
    private final Promotion promotion;
    private final DecideLearning decide;

    TeachingChangeEndpoint(AnswerCalls calls, Promotion promotion, DecideLearning decide) {
        this.calls = calls;
        this.promotion = promotion;
        this.decide = decide;
    }

    /// The change that the community's lessons make, and the candidates of the whole installation, the newest first.
    @GetMapping("/api/v1/teaching/change")
    Mono<ResponseEntity<String>> change(ServerHttpRequest request) {
        return calls.read(Scope.TEACHING, request, client -> now(client.community()));
    }

    @PostMapping(path = "/api/v1/teaching/change", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> decide(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(
                Scope.TEACHING_DECIDE,
                request,
                body,
                call -> decided(call.client().as(), ReadBody.json(body))
                        .flatMap(_ -> now(call.client().community()))
                        .map(it -> Answer.of(200, it)));
    }

    private Mono<Promotion.Result> decided(StaffMember by, JsonNode json) {
        var act = DecideLearning.Act.of(ReadBody.text(json, "act", SHORT)).orElseThrow(() -> Refusal.field("act"));
        return decide.of(by, act, ReadBody.text(json, "candidate", SHORT)).doOnNext(result -> {
            switch (result) {
                case DONE -> {}
                case STALE -> throw Refusal.of(Refusal.Type.STALE);
            }
        });
    }

    private Mono<Map<String, Object>> now(CommunityId community) {
        return Mono.zip(promotion.proposed(community), promotion.missing(community), candidates(community))
                .map(found -> json(found.getT1(), found.getT2(), found.getT3()));
    }

    private Mono<List<Map<String, @Nullable Object>>> candidates(CommunityId community) {
        return promotion
                .candidates(community)
                .collectList()
                .flatMap(all -> promotion
                        .inFiles(all)
                        .map(inFiles -> all.stream()
                                .map(it -> json(community, it, inFiles.contains(it.id())))
                                .toList()));
    }

    private static Map<String, Object> json(
            ProposedChange change, ProposedChange missing, List<Map<String, @Nullable Object>> candidates) {
        var json = new LinkedHashMap<String, Object>();
        json.put("lessons", change.added().size());
        json.put("patch", missing.patch(FOLDER));
        json.put("writable", true);
        json.put("candidates", candidates);
        return json;
    }

    private static Map<String, @Nullable Object> json(CommunityId community, Candidate it, boolean inFiles) {
        var comparison = it.comparison();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", it.id());
        json.put("own", it.community().equals(community));
        json.put("state", Words.of(it.state()));
        json.put("may_go_back", it.state() == Candidate.State.PROMOTED && !inFiles);
        json.put("asked_at", it.askedAt().toString());
        json.put("lessons", it.lessons().size());
        json.put("held_out", comparison == null ? null : comparison.examples().messages());
        json.put(
                "right_before",
                comparison == null ? null : comparison.examples().rightBefore());
        json.put(
                "right_after", comparison == null ? null : comparison.examples().rightAfter());
        json.put("heard", it.heard());
        return json;
    }
}
