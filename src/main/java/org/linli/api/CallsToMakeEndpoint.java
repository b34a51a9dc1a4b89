package org.linli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.cases.CaseFile;
import org.linli.cases.FindCases;
import org.linli.cases.behalf.FindOnBehalf;
import org.linli.cases.behalf.OnBehalf;
import org.linli.keys.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Cases with news that somebody has to be called about, as they stand beside the form for entering cases.
@RestController
class CallsToMakeEndpoint {

    private final Clients clients;
    private final FindOnBehalf entries;
    private final FindCases cases;

    CallsToMakeEndpoint(Clients clients, FindOnBehalf entries, FindCases cases) {
        this.clients = clients;
        this.entries = entries;
        this.cases = cases;
    }

    /// Those that the key sees, whoever waits longest first; without who it is, which the case's page tells staff.
    @GetMapping("/api/v1/cases/to-call")
    Mono<ResponseEntity<String>> list(ServerHttpRequest request) {
        return clients.with(Scope.CASES_READ, request)
                .flatMap(client -> entries.toCall(client.community())
                        .concatMap(it -> cases.file(client.community(), it.number())
                                .filter(client.sight()::sees)
                                .map(file -> json(it, file)))
                        .collectList())
                .map(found -> Answer.of(200, Page.whole(found)).response());
    }

    private static Map<String, Object> json(OnBehalf it, CaseFile about) {
        var json = new LinkedHashMap<String, Object>();
        json.put("case", it.number());
        json.put("state", Words.of(about.it().state()));
        json.put("told_at", it.toldAt().toString());
        return json;
    }
}
