package org.linli.open311.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.keys.ApiKey;
import org.linli.open311.Query;
import org.linli.open311.ReadRequests;
import org.linli.open311.ReadSubmitted;
import org.linli.open311.Refused;
import org.linli.open311.TakeRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Requests: reported and read. https://wiki.open311.org/GeoReport_v2
@RestController
class RequestsEndpoint {

    private static final String REPEAT = "Idempotency-Key";

    private final Caller caller;
    private final ReadSubmitted read;
    private final TakeRequest take;
    private final ReadRequests requests;
    private final InFormat formats;
    private final Clock clock;

    RequestsEndpoint(
            Caller caller, ReadSubmitted read, TakeRequest take, ReadRequests requests, InFormat formats, Clock clock) {
        this.caller = caller;
        this.read = read;
        this.take = take;
        this.requests = requests;
        this.formats = formats;
        this.clock = clock;
    }

    @PostMapping("/open311/v2/requests.{format:xml|json}")
    Mono<ResponseEntity<String>> create(@PathVariable String format, ServerWebExchange exchange) {
        return formats.answer(
                format,
                arguments(exchange)
                        .flatMap(fields -> caller.jurisdiction(fields)
                                .flatMap(map -> caller.client(map, fields, exchange.getRequest())
                                        .flatMap(client -> create(map, client, fields, repeat(exchange))))));
    }

    private Mono<Said> create(CommunityMap map, ApiKey client, MultiValueMap<String, String> fields, String repeat) {
        return take.take(map, client, read.read(fields, repeat, map))
                .flatMap(number -> requests.list(map, only(number))
                        .map(found -> created(
                                number,
                                found.isEmpty() ? null : found.getFirst().serviceNotice())));
    }

    @GetMapping("/open311/v2/requests.{format:xml|json}")
    Mono<ResponseEntity<String>> list(@PathVariable String format, ServerHttpRequest request) {
        return formats.answer(
                format,
                caller.reads(request)
                        .then(caller.jurisdiction(request.getQueryParams()))
                        .flatMap(map -> requests.list(map, Query.of(request.getQueryParams(), clock.instant())))
                        .map(found -> new Said("service_requests", "request", found)));
    }

    @GetMapping("/open311/v2/requests/{number}.{format:xml|json}")
    Mono<ResponseEntity<String>> one(
            @PathVariable String number, @PathVariable String format, ServerHttpRequest request) {
        return formats.answer(
                format,
                found(number, request, "service_request_id was not found")
                        .map(found -> new Said("service_requests", "request", found)));
    }

    /// We know the number at once, so a token is the number itself.
    @GetMapping("/open311/v2/tokens/{token}.{format:xml|json}")
    Mono<ResponseEntity<String>> token(
            @PathVariable String token, @PathVariable String format, ServerHttpRequest request) {
        return formats.answer(
                format,
                found(token, request, "token was not found")
                        .map(_ -> new Said(
                                "service_requests",
                                "request",
                                List.of(Map.of("service_request_id", token, "token", token)))));
    }

    private Mono<List<?>> found(String number, ServerHttpRequest request, String otherwise) {
        return caller.reads(request)
                .then(caller.jurisdiction(request.getQueryParams()))
                .flatMap(map -> requests.list(map, only(number)))
                .filter(found -> !found.isEmpty())
                .<List<?>>map(found -> found)
                .switchIfEmpty(Mono.error(() -> Refused.notFound(otherwise)));
    }

    private Query only(String number) {
        var arguments = new LinkedMultiValueMap<String, String>();
        arguments.add("service_request_id", number.replace(",", ""));
        return Query.of(arguments, clock.instant());
    }

    private static Said created(String number, @Nullable String notice) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("service_request_id", number);
        fields.put("service_notice", notice);
        fields.put("account_id", null);
        return new Said("service_requests", "request", List.of(fields));
    }

    /// Of the address and of the form.
    static Mono<MultiValueMap<String, String>> arguments(ServerWebExchange exchange) {
        return exchange.getFormData().map(form -> {
            var all = new LinkedMultiValueMap<String, String>(
                    exchange.getRequest().getQueryParams());
            form.forEach(all::addAll);
            return all;
        });
    }

    static String repeat(ServerWebExchange exchange) {
        String named = exchange.getRequest().getHeaders().getFirst(REPEAT);
        return named == null ? "" : named.strip();
    }
}
