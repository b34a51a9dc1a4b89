package org.linli.cases;

import static org.linli.platform.database.Columns.text;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What cases have cost: money that was named with their steps, where the workflow asks for it. Exact.
@Component
public class CaseAmounts {

    private final DatabaseClient database;

    CaseAmounts(DatabaseClient database) {
        this.database = database;
    }

    /// In yuan, by number; cases for which none was named are missing. Never empty.
    public Mono<Map<String, BigDecimal>> of(CommunityId community, Collection<String> numbers) {
        return database.sql("""
                        select number, sum(amount) as amount from cases.steps
                        where community_id = $1 and number = any($2) and amount is not null group by number""")
                .bind(0, community.value())
                .bind(1, numbers.toArray(String[]::new))
                .map(row -> Map.entry(text(row, "number"), Objects.requireNonNull(row.get("amount", BigDecimal.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
