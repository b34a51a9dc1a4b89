package org.linli.cases;

import java.util.List;
import org.linli.community.Communities;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Looks for duplicates: open cases of the same place that may be the same problem, for somebody to judge.
@Component
public class AlikeCases {

    private static final String OPEN_THERE = """
            select * from cases.cases c
            where c.community_id = $1 and c.spot = $2 and c.is_open and c.number <> $3
            order by c.opened_at desc limit 100""";

    private final DatabaseClient database;
    private final Communities communities;

    AlikeCases(DatabaseClient database, Communities communities) {
        this.database = database;
        this.communities = communities;
    }

    /// The likeliest first, at most five. Never empty; the list is, where there are none or the place is not known.
    public Mono<List<Case>> of(Case it) {
        String spot = it.problem().spot();
        return spot.isEmpty() || !it.isOpen()
                ? Mono.just(List.of())
                : database.sql(OPEN_THERE)
                        .bind(0, it.community().value())
                        .bind(1, spot)
                        .bind(2, it.number())
                        .map(CaseColumns::read)
                        .all()
                        .collectList()
                        .zipWith(communities.map(it.community()))
                        .map(found -> Similar.alike(
                                it, new UnitsApart(found.getT2()).mayBeSame(it.problem(), found.getT1())));
    }
}
