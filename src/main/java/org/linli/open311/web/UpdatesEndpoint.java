package org.linli.open311.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.linli.open311.AddUpdate;
import org.linli.open311.ListUpdates;
import org.linli.open311.Query;
import org.linli.open311.ReadSubmitted;
import org.linli.open311.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Updates of requests, an extension: https://github.com/mysociety/fixmystreet/wiki/Open311-FMS---Complete-Spec
@RestController
class UpdatesEndpoint {

    private final Caller caller;
    private final ListUpdates list;
    private final AddUpdate add;
    private final InFormat formats;
    private final Clock clock;

    UpdatesEndpoint(Caller caller, ListUpdates list, AddUpdate add, InFormat formats, Clock clock) {
        this.caller = caller;
        this.list = list;
        this.add = add;
        this.formats = formats;
        this.clock = clock;
    }

    @GetMapping("/open311/v2/servicerequestupdates.{format:xml|json}")
    Mono<ResponseEntity<String>> list(@PathVariable String format, ServerHttpRequest request) {
        return formats.answer(
                format,
                caller.reads(request)
                        .then(caller.jurisdiction(request.getQueryParams()))
                        .flatMap(map -> list.list(map, Query.of(request.getQueryParams(), clock.instant())))
                        .map(found -> new Said("service_request_updates", "request_update", found)));
    }

    @PostMapping("/open311/v2/servicerequestupdates.{format:xml|json}")
    Mono<ResponseEntity<String>> add(@PathVariable String format, ServerWebExchange exchange) {
        return formats.answer(
                format,
                RequestsEndpoint.arguments(exchange)
                        .flatMap(fields -> caller.jurisdiction(fields)
                                .flatMap(map -> caller.client(map, fields, exchange.getRequest())
                                        .flatMap(client -> add.add(
                                                map,
                                                client,
                                                number(fields),
                                                add.words(said(fields), ReadSubmitted.media(fields)),
                                                ReadSubmitted.fingerprint(fields, RequestsEndpoint.repeat(exchange)))))
                                .map(id -> new Said(
                                        "service_request_updates",
                                        "request_update",
                                        List.of(Map.of("update_id", id))))));
    }

    private static String number(MultiValueMap<String, String> fields) {
        String number = fields.getFirst("service_request_id");
        if (number == null || number.isBlank()) {
            throw Refused.badRequest("service_request_id was not provided");
        }
        return number.strip();
    }

    private static String said(MultiValueMap<String, String> fields) {
        String said = fields.getFirst("description");
        return said == null ? "" : said.strip();
    }
}
