package org.linli.api;

import java.text.MessageFormat;
import java.util.LinkedHashMap;
import org.linli.open311.Refused;
import org.linli.platform.words.WordFile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebInputException;

/// Answers problems as RFC 9457 has them: a `type` for programs, that never changes, and a `detail` for people.
@RestControllerAdvice(basePackageClasses = TellProblems.class)
class TellProblems {

    private static final String URN = "urn:linli:api:";
    private static final String MINUTE = "60";

    private final WordFile words = WordFile.of("templates/messages", "api.properties");

    Answer answer(Refusal refusal) {
        var type = refusal.type();
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", URN + type.word());
        problem.put("title", words.say("api.problem." + type.word()));
        problem.put("status", type.status().value());
        problem.put("detail", detail(refusal));
        refusal.more().forEach(problem::putIfAbsent);
        if (!refusal.faults().isEmpty()) {
            problem.put("faults", refusal.faults());
        }
        return Answer.of(type.status().value(), problem);
    }

    private String detail(Refusal refusal) {
        var more = refusal.more();
        String own = more.get("detail");
        return own == null
                ? new MessageFormat(why(refusal)).format(new Object[] {
                    more.getOrDefault("field", ""), more.getOrDefault("count", ""), more.getOrDefault("known", "")
                })
                : own;
    }

    /// The words for its reason, where there are some, otherwise those for its type.
    private String why(Refusal refusal) {
        return words.find("api.reason." + refusal.more().getOrDefault("reason", ""))
                .orElseGet(() -> words.say("api.problem." + refusal.type().word() + ".detail"));
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal) {
        var answer = answer(refusal).response();
        return refusal.type() == Refusal.Type.KEY
                ? ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                        .body(answer.getBody())
                : answer;
    }

    @ExceptionHandler
    ResponseEntity<String> tooMany(Refused refused) {
        if (refused.status() != HttpStatus.TOO_MANY_REQUESTS) {
            throw refused;
        }
        var answer = answer(Refusal.of(Refusal.Type.TOO_MANY)).response();
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, MINUTE)
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<String> unreadable(ServerWebInputException unreadable) {
        return answer(Refusal.of(Refusal.Type.BODY)).response();
    }
}
