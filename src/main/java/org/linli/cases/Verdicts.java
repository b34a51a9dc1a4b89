package org.linli.cases;

import static java.time.ZoneOffset.UTC;

import org.linli.channels.Address;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Who has said how a case was done: each of its residents may, once for each time that it was called done.
@Component
public class Verdicts {

    private static final String GIVEN = """
            select exists (select from cases.steps
              where community_id = $1 and number = $2 and kind = 'RATED' and by_id = $3 and at >= $4) as given""";

    private final DatabaseClient database;

    Verdicts(DatabaseClient database) {
        this.database = database;
    }

    /// Never empty.
    public Mono<Boolean> isGiven(Case it, Address by) {
        var resolvedAt = it.resolvedAt();
        return resolvedAt == null
                ? Mono.just(false)
                : database.sql(GIVEN)
                        .bind(0, it.community().value())
                        .bind(1, it.number())
                        .bind(2, by.text())
                        .bind(3, resolvedAt.atOffset(UTC))
                        .map(row -> Boolean.TRUE.equals(row.get("given", Boolean.class)))
                        .one();
    }
}
