package org.linli.cases;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Cases in the order in which they were opened, for those who show them elsewhere. What is asked of the community
/// from above (上级交办) is none of them.
@Component
public class CasesByTime {

    private static final String OPENED = """
            select c.*, greatest(c.opened_at, (select case when c.is_open then max(t.at)
                  else coalesce(min(t.at) filter (where t.id > coalesce((select max(o.id) from cases.steps o
                    where o.community_id = c.community_id and o.number = c.number
                      and o.state not in ('RESOLVED', 'RATED', 'CLOSED', 'WITHDRAWN', 'MERGED')), 0)), max(t.at)) end
                from cases.steps t
                where t.community_id = c.community_id and t.number = c.number and t.kind <> 'UNMASKED')) as changed_at
            from cases.cases c
            where c.community_id = :community and c.kind <> 'MANDATE' and c.label = any(:labels)
              and (cardinality(:numbers) = 0 or c.number = any(:numbers))
              and (cardinality(:spots) = 0 or c.spot = any(:spots))
              and c.opened_at between :since and :until
              and (:open and c.is_open or :closed and not c.is_open)
            order by c.opened_at desc, c.number desc limit :limit offset :skipped""";

    private static final String STEPS = """
            select t.*, c.label from cases.steps t join cases.cases c using (community_id, number)
            where t.community_id = :community and c.kind <> 'MANDATE' and c.label = any(:labels) and t.kind = any(:kinds)
              and (cardinality(:numbers) = 0 or t.number = any(:numbers))
              and t.at between :since and :until
            order by t.id limit :limit offset :skipped""";

    /// Which cases are wanted.
    ///
    /// @param labels  only of these
    /// @param numbers only these; empty: whichever
    /// @param spots   only at these buildings or spots; empty: wherever
    /// @param since   when they were opened, both ends included
    /// @param limit   how many at the most, after as many as are skipped
    public record Wanted(
            Collection<String> labels,
            Collection<String> numbers,
            Collection<String> spots,
            Instant since,
            Instant until,
            boolean open,
            boolean closed,
            int limit,
            int skipped) {}

    /// @param changedAt when something last happened to it that is not only a look; of a closed one, when it was closed
    public record Known(Case it, Instant changedAt) {}

    /// A step that can be named.
    public record Numbered(long id, Step step, String label) {}

    private final DatabaseClient database;

    CasesByTime(DatabaseClient database) {
        this.database = database;
    }

    /// The latest first.
    public Flux<Known> opened(CommunityId community, Wanted wanted) {
        return database.sql(OPENED)
                .bind("community", community.value())
                .bind("labels", array(wanted.labels()))
                .bind("numbers", array(wanted.numbers()))
                .bind("spots", array(wanted.spots()))
                .bind("since", wanted.since().atOffset(ZoneOffset.UTC))
                .bind("until", wanted.until().atOffset(ZoneOffset.UTC))
                .bind("open", wanted.open())
                .bind("closed", wanted.closed())
                .bind("limit", wanted.limit())
                .bind("skipped", wanted.skipped())
                .map(row -> new Known(CaseColumns.read(row), instant(row, "changed_at")))
                .all();
    }

    /// What happened to them, in the order in which it was written.
    ///
    /// @param wanted whose steps; its times are those of the steps, and it does not matter whether a case is open
    public Flux<Numbered> steps(CommunityId community, Wanted wanted, List<Step.Kind> kinds) {
        return database.sql(STEPS)
                .bind("community", community.value())
                .bind("labels", array(wanted.labels()))
                .bind("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                .bind("numbers", array(wanted.numbers()))
                .bind("since", wanted.since().atOffset(ZoneOffset.UTC))
                .bind("until", wanted.until().atOffset(ZoneOffset.UTC))
                .bind("limit", wanted.limit())
                .bind("skipped", wanted.skipped())
                .map(row -> new Numbered(number(row, "id"), StepColumns.read(row), text(row, "label")))
                .all();
    }

    /// How many were opened, by label. Never empty; labels without a case are missing.
    public Mono<Map<String, Long>> counts(
            CommunityId community, Collection<String> labels, Instant since, Instant until) {
        return database.sql("""
                        select label, count(*) as total from cases.cases
                        where community_id = $1 and kind <> 'MANDATE' and label = any($2) and opened_at between $3 and $4 group by label""")
                .bind(0, community.value())
                .bind(1, array(labels))
                .bind(2, since.atOffset(ZoneOffset.UTC))
                .bind(3, until.atOffset(ZoneOffset.UTC))
                .map(row -> Map.entry(text(row, "label"), number(row, "total")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}
