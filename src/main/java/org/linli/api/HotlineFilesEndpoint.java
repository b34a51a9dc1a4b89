package org.linli.api;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.linli.hotline.Columns;
import org.linli.hotline.Fault;
import org.linli.hotline.Field;
import org.linli.hotline.Table;
import org.linli.hotline.TakeFile;
import org.linli.hotline.TakeOrders;
import org.linli.hotline.Uploads;
import org.linli.hotline.Wrong;
import org.linli.keys.Scope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// A hotline's spreadsheet, taken in one call: all its work orders, or none where anything is wrong.
@RestController
class HotlineFilesEndpoint {

    private static final int SHORT = 100;

    private final AnswerCalls calls;
    private final TakeFile files;
    private final Uploads uploads;

    HotlineFilesEndpoint(AnswerCalls calls, TakeFile files, Uploads uploads) {
        this.calls = calls;
        this.files = files;
        this.uploads = uploads;
    }

    /// Where columns are named, they are remembered for the city's next files; otherwise they mean what was said of
    /// them before, or what their heads look like.
    @PostMapping(path = "/api/v1/hotline/files", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> take(ServerHttpRequest request) {
        return calls.change(Scope.CASES_WRITE, request, SentFile.inJson(Uploads.MOST_BYTES), (call, body) -> {
            var json = ReadBody.json(body);
            String city = Uploads.city(ReadBody.text(json, "city", SHORT));
            var said = columns(json.path("columns"));
            return files.table(SentFile.of(json, Uploads.MOST_BYTES))
                    .flatMap(table -> taken(call.client(), city, said, table))
                    .onErrorMap(Wrong.class, HotlineFilesEndpoint::refusal);
        });
    }

    private Mono<Answer> taken(Client client, String city, Optional<Columns> said, Table table) {
        return Mono.justOrEmpty(said)
                .switchIfEmpty(files.columns(client.community(), city, table))
                .flatMap(columns -> files.take(client.as(), table, columns))
                .delayUntil(_ -> Mono.justOrEmpty(said).flatMap(it -> uploads.map(client.as(), city, it)))
                .map(tally -> Answer.of(200, json(tally)));
    }

    /// Empty where none is named.
    private static Optional<Columns> columns(JsonNode json) {
        var heads = new EnumMap<Field, String>(Field.class);
        for (Field field : Field.values()) {
            String head = json.isObject() ? ReadBody.text(json, field.json(), SHORT) : "";
            if (!head.isEmpty()) {
                heads.put(field, head);
            }
        }
        return heads.isEmpty() ? Optional.empty() : Optional.of(new Columns(heads));
    }

    private static Refusal refusal(Wrong wrong) {
        return Refusal.because(
                "wrong-file",
                wrong.faults().stream().map(HotlineFilesEndpoint::json).toList());
    }

    private static Map<String, Object> json(Fault it) {
        return Map.of("row", it.row(), "where", it.where(), "what", Words.of(it.why()));
    }

    private static Map<String, Object> json(TakeOrders.Tally it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("fresh", it.fresh());
        json.put("changed", it.changed());
        json.put("same", it.same());
        return json;
    }
}
