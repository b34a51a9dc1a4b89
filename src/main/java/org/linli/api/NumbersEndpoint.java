package org.linli.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.cases.SpokenTime;
import org.linli.keys.Scope;
import org.linli.ledgers.MonthReport;
import org.linli.platform.database.CommunityId;
import org.linli.platform.words.SaidTime;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The month's report for programs: the numbers of the printed one.
@RestController
class NumbersEndpoint {

    private final Clients clients;
    private final MonthReport report;
    private final Clock clock;

    NumbersEndpoint(Clients clients, MonthReport report, Clock clock) {
        this.clients = clients;
        this.report = report;
        this.clock = clock;
    }

    /// @param community its id, which keys of the first kind do not say; empty: of which the key is
    /// @param month     like `2026-11`; the present one without
    @GetMapping("/api/v1/numbers")
    Mono<ResponseEntity<String>> numbers(
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "") String month,
            ServerHttpRequest request) {
        return client(community, request).flatMap(client -> numbers(client, month(month)));
    }

    private Mono<Client> client(String community, ServerHttpRequest request) {
        return community.isBlank()
                ? clients.with(Scope.NUMBERS, request)
                : Mono.fromSupplier(() -> new CommunityId(community))
                        .onErrorMap(CommunityId.Impossible.class, _ -> Refusal.field("community"))
                        .flatMap(it -> clients.with(Scope.NUMBERS, it, request));
    }

    private Mono<ResponseEntity<String>> numbers(Client client, YearMonth month) {
        return report.of(client.map(), month)
                .map(lines -> Answer.of(200, answer(month, lines)).response());
    }

    /// Signals [Refusal] for what is none.
    private YearMonth month(String text) {
        try {
            return text.isBlank() ? YearMonth.from(clock.instant().atZone(SpokenTime.ZONE)) : SaidTime.month(text);
        } catch (DateTimeException unreadable) {
            throw Refusal.field("month");
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
        fields.put("kind", Words.of(line.kind()));
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
}
