package org.linli.cases;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Which cases came out of which.
@Component
public class FindLinks {

    private static final String OF = """
            select * from cases.links where community_id = $1 and number = $2
            union all select * from cases.links where community_id = $1 and earlier = $2
            order by at, number""";

    private final DatabaseClient database;

    FindLinks(DatabaseClient database) {
        this.database = database;
    }

    /// Those in which this case is the later or the earlier one.
    public Flux<CaseLinked> of(CommunityId community, String number) {
        return database.sql(OF)
                .bind(0, community.value())
                .bind(1, number)
                .map(row -> new CaseLinked(
                        new CommunityId(text(row, "community_id")),
                        text(row, "number"),
                        text(row, "earlier"),
                        CaseLinked.Kind.valueOf(text(row, "kind")),
                        instant(row, "at")))
                .all();
    }
}
