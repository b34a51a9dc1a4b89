package org.linli.open311.web;

import static org.springframework.web.bind.annotation.RequestMethod.DELETE;
import static org.springframework.web.bind.annotation.RequestMethod.GET;
import static org.springframework.web.bind.annotation.RequestMethod.PATCH;
import static org.springframework.web.bind.annotation.RequestMethod.POST;
import static org.springframework.web.bind.annotation.RequestMethod.PUT;

import org.linli.open311.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Answers what is no call of the specification as the specification has it, and not by a page.
@RestController
class OtherCalls {

    private final InFormat formats;

    OtherCalls(InFormat formats) {
        this.formats = formats;
    }

    @RequestMapping(
            path = "/open311/v2/**",
            method = {GET, POST, PUT, PATCH, DELETE})
    Mono<ResponseEntity<String>> refuse(ServerHttpRequest request) {
        String format = request.getPath().value().endsWith(".json") ? "json" : "xml";
        return formats.answer(
                format,
                Mono.error(() -> Refused.notFound(
                        "there is no such call; the calls are listed at /open311, and end in .xml or .json")));
    }
}
