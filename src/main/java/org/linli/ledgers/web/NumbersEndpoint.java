package org.linli.ledgers.web;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.cases.SpokenTime;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.keys.ApiKey;
import org.linli.keys.KnownKeys;
import org.linli.keys.Scope;
import org.linli.ledgers.MonthReport;
import org.linli.open311.Refused;
import org.linli.open311.Throttle;
import org.linli.platform.words.SaidTime;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The month's report for programs: the numbers of the printed one.
@RestController
class NumbersEndpoint {

    private static final String BEARER = "Bearer ";

    private final KnownKeys keys;
    private final Throttle throttle;
    private final Communities communities;
    private final MonthReport report;
    private final Clock clock;

    NumbersEndpoint(KnownKeys keys, Throttle throttle, Communities communities, MonthReport report, Clock clock) {
        this.keys = keys;
        this.throttle = throttle;
        this.communities = communities;
        this.report = report;
        this.clock = clock;
    }

    /// @param community its id
    /// @param month     like `2026-11`; the present one without
    @GetMapping("/api/v1/numbers")
    Mono<Map<String, Object>> numbers(
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "") String month,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        if (community.isBlank() && authorization != null) {
            return Mono.error(() -> Refused.badRequest("缺少 community：请写上社区的编号。"));
        }
        var wanted = month(month);
        return communities
                .all()
                .filter(map -> map.id().value().equals(community))
                .next()
                .flatMap(map -> client(map, authorization).flatMap(_ -> report.of(map, wanted)))
                .switchIfEmpty(Mono.error(() -> Refused.forbidden("没有密钥，或者它在这个社区不能用。")))
                .map(lines -> answer(wanted, lines));
    }

    private Mono<ApiKey> client(CommunityMap map, @Nullable String authorization) {
        return authorization == null || !authorization.startsWith(BEARER)
                ? Mono.empty()
                : keys.known(map.id(), authorization.substring(BEARER.length()).strip())
                        .filter(it -> it.opens(Scope.NUMBERS))
                        .delayUntil(client -> throttle.take(Throttle.Turn.READ, client.id()));
    }

    private YearMonth month(String text) {
        try {
            return text.isBlank() ? YearMonth.from(clock.instant().atZone(SpokenTime.ZONE)) : SaidTime.month(text);
        } catch (DateTimeException unreadable) {
            throw Refused.badRequest("month 要写成 2026-11 这样。");
        }
    }

    private static Map<String, Object> answer(YearMonth month, List<MonthReport.Line> lines) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("month", month.toString());
        answer.put("lines", lines.stream().map(NumbersEndpoint::line).toList());
        return answer;
    }

    private static Map<String, @Nullable Object> line(MonthReport.Line line) {
        var it = line.numbers();
        var appraised = line.appraised();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kind", line.kind().name().toLowerCase(Locale.ROOT));
        fields.put("id", line.id());
        fields.put("name", line.name());
        fields.put("total", it.total());
        fields.put("responded", it.responded());
        fields.put("resolved", it.resolved());
        fields.put("rated", it.rated());
        fields.put("satisfied", it.satisfied());
        fields.put("overdue", it.overdue());
        fields.put("reopened", it.reopened());
        fields.put("returned", it.returned());
        fields.put("not_asked", it.notAsked());
        fields.put("amount", it.amount());
        fields.put("response_rate", it.responseRate());
        fields.put("solution_rate", it.solutionRate());
        fields.put("satisfaction_rate", it.satisfactionRate());
        fields.put("appraisals", appraised == null ? 0 : appraised.people());
        fields.put("appraisal_score", appraised != null && appraised.isTold() ? appraised.mean() : null);
        return fields;
    }

    /// As everywhere below `/api/v1`: problem details (RFC 9457).
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(refused.code()), refused.description());
        problem.setType(URI.create("about:blank"));
        return ResponseEntity.status(refused.code())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
