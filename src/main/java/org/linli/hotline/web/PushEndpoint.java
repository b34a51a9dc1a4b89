package org.linli.hotline.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.hotline.Fault;
import org.linli.hotline.TakePushed;
import org.linli.hotline.Wrong;
import org.linli.open311.Refused;
import org.linli.platform.traces.Refusals;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Takes work orders that a hotline pushes, one a call. Errors are problem details (RFC 9457).
@RestController
class PushEndpoint {

    private static final String BEARER = "Bearer ";

    private final TakePushed pushed;

    PushEndpoint(TakePushed pushed) {
        this.pushed = pushed;
    }

    /// 201 for a new order, 200 for one that is known. Committed before it is answered.
    @PostMapping(path = "/api/v1/hotline/orders", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, String>>> push(
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestHeader(name = "webhook-id", defaultValue = "") String id,
            @RequestHeader(name = "webhook-timestamp", defaultValue = "") String at,
            @RequestHeader(name = "webhook-signature", defaultValue = "") String signature,
            @RequestBody(required = false) Mono<byte[]> body,
            ServerHttpRequest request) {
        String key = authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : "";
        return body.defaultIfEmpty(new byte[0])
                .flatMap(bytes -> pushed.take(
                        new TakePushed.Signed(key, id, at, signature),
                        bytes,
                        Refusals.print(request.getRemoteAddress())))
                .map(PushEndpoint::answer);
    }

    private static ResponseEntity<Map<String, String>> answer(TakePushed.Taken taken) {
        boolean fresh = taken.tally().fresh() > 0;
        String result = fresh ? "taken" : taken.tally().changed() > 0 ? "changed" : "unchanged";
        return ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK)
                .body(Map.of("number", taken.order().number(), "result", result));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notSigned(TakePushed.NotSigned refused) {
        return problem(
                HttpStatus.UNAUTHORIZED, "not-signed", "the key is not valid, or the signature or its time is wrong");
    }

    /// Nothing was taken: the same call is to be made again.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(Refused refused) {
        var answer = problem(refused.status(), "too-many", refused.description());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "60")
                .body(answer.getBody());
    }

    /// Names each field that is wrong.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrong(Wrong wrong) {
        var answer = problem(HttpStatus.UNPROCESSABLE_CONTENT, "wrong-order", "the order was not taken");
        var detail = answer.getBody();
        if (detail != null) {
            detail.setProperty("errors", errors(wrong.faults()));
        }
        return answer;
    }

    private static List<Map<String, String>> errors(List<Fault> faults) {
        return faults.stream()
                .map(it -> Map.of(
                        "field",
                        it.where(),
                        "why",
                        it.why().name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .toList();
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:linli:hotline:" + type));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
