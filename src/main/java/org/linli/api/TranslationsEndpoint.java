package org.linli.api;

import java.util.Map;
import org.linli.keys.Scope;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.translations.Language;
import org.linli.notices.translations.Translation;
import org.linli.notices.translations.Translations;
import org.linli.notices.writing.AddToNotice;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What a draft says in other languages.
@RestController
class TranslationsEndpoint {

    private static final int SHORT = 60;
    private static final int TITLE = 120;
    private static final int TEXT = 12_000;

    private final AnswerCalls calls;
    private final Notices notices;
    private final Translations translations;
    private final AddToNotice add;

    TranslationsEndpoint(AnswerCalls calls, Notices notices, Translations translations, AddToNotice add) {
        this.calls = calls;
        this.notices = notices;
        this.translations = translations;
        this.add = add;
    }

    @GetMapping("/api/v1/notices/{id}/translations")
    Mono<ResponseEntity<String>> list(@PathVariable String id, ServerHttpRequest request) {
        return calls.read(
                Scope.NOTICES_READ,
                request,
                client -> notices.find(client.community(), id).flatMap(this::page));
    }

    /// Instead of what it said in that language before; without title and text the language is taken away.
    @PostMapping(path = "/api/v1/notices/{id}/translations", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> translate(
            @PathVariable String id, @RequestBody String body, ServerHttpRequest request) {
        return calls.change(
                Scope.NOTICES_WRITE,
                request,
                body,
                call -> notices.find(call.client().community(), id)
                        .flatMap(it -> add.translate(call.client().as(), it, translation(body)))
                        .map(NoticesEndpoint::done)
                        .flatMap(this::page)
                        .map(it -> Answer.of(200, it)));
    }

    private static Translation translation(String body) {
        var json = ReadBody.json(body);
        var language = Language.of(ReadBody.text(json, "language", SHORT)).orElseThrow(() -> Refusal.field("language"));
        return new Translation(language, ReadBody.text(json, "title", TITLE), ReadBody.text(json, "text", TEXT));
    }

    private Mono<Map<String, Object>> page(Notice notice) {
        return translations
                .of(notice)
                .map(all -> Map.of(
                        "items", all.stream().map(TranslationsEndpoint::json).toList()));
    }

    private static Map<String, String> json(Translation it) {
        return Map.of("language", it.language().tag(), "title", it.title(), "text", it.text());
    }
}
