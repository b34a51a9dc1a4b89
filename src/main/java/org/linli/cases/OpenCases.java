package org.linli.cases;

import static org.linli.platform.database.Columns.number;

import java.util.Collection;
import org.linli.community.OpenMatters;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// How many cases are open, wherever they stand.
@Component
class OpenCases implements OpenMatters {

    private static final String COUNT =
            "select count(*) as n from cases.cases where community_id = $1 and is_open and ";

    private final DatabaseClient database;

    OpenCases(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Long> at(CommunityId community, Collection<String> spots) {
        return counted(database.sql(COUNT + "spot = any($2)")
                .bind(0, community.value())
                .bind(1, spots.toArray(String[]::new)));
    }

    @Override
    public Mono<Long> of(CommunityId community, String unit) {
        return counted(
                database.sql(COUNT + "unit = $2").bind(0, community.value()).bind(1, unit));
    }

    private static Mono<Long> counted(GenericExecuteSpec statement) {
        return statement.map(row -> number(row, "n")).one();
    }
}
