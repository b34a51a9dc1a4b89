package org.linli.polls.rounds;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.linli.cases.HearSteps;
import org.linli.cases.Step;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// An objection whose case is resolved by itself is answered by that, and the result stands; one whose case is taken
/// back is taken back. What was decided before stays as it is.
@Component
class HearObjections implements HearSteps {

    private static final Map<Step.Kind, Verdict> VERDICTS =
            Map.of(Step.Kind.RESOLVED, Verdict.CONFIRMED, Step.Kind.WITHDRAWN, Verdict.WITHDRAWN);

    private static final String SQL = """
            update polls.objections o set answer = it.words, verdict = it.verdict, answered_at = it.at
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
              as it (community_id, number, verdict, words, at)
            where o.community_id = it.community_id and o.case_number = it.number and o.answered_at is null""";

    private final DatabaseClient database;

    HearObjections(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> hear(List<Step> steps) {
        var ends = steps.stream().filter(it -> VERDICTS.containsKey(it.kind())).toList();
        return ends.isEmpty()
                ? Mono.empty()
                : database.sql(SQL)
                        .bind("$1", texts(ends, it -> it.community().value()))
                        .bind("$2", texts(ends, Step::number))
                        .bind("$3", texts(ends, HearObjections::verdict))
                        .bind("$4", texts(ends, Step::words))
                        .bind(
                                "$5",
                                ends.stream().map(it -> it.at().atOffset(UTC)).toArray(OffsetDateTime[]::new))
                        .then();
    }

    private static String verdict(Step end) {
        return requireNonNull(VERDICTS.get(end.kind())).name();
    }

    private static String[] texts(List<Step> steps, Function<Step, String> value) {
        return steps.stream().map(value).toArray(String[]::new);
    }
}
