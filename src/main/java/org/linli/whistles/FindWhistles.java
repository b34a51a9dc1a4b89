package org.linli.whistles;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Whistles as they stand.
@Component
public class FindWhistles {

    private static final int MOST = 200;

    /// One line of a history, as it is shown.
    public record Line(WhistleStep.Kind kind, String by, Instant at, String words) {

        @Override
        public String toString() {
            return "Line[" + kind + "]";
        }
    }

    private final DatabaseClient database;

    FindWhistles(DatabaseClient database) {
        this.database = database;
    }

    /// Empty where there is none.
    public Mono<Whistle> one(CommunityId community, String id) {
        return database.sql("select * from whistles.whistles where community_id = $1 and id = $2")
                .bind("$1", community.value())
                .bind("$2", id)
                .map(FindWhistles::whistle)
                .one();
    }

    /// The latest first.
    public Flux<Whistle> ofCase(CommunityId community, String number) {
        return database.sql("""
                        select * from whistles.whistles where community_id = $1 and number = $2
                        order by called_at desc, id""")
                .bind("$1", community.value())
                .bind("$2", number)
                .map(FindWhistles::whistle)
                .all();
    }

    /// What is still going on, whoever should have come longest ago first; at most 200.
    ///
    /// @param unit empty: of all units
    public Flux<Whistle> goingOn(CommunityId community, String unit) {
        return database.sql("""
                        select * from whistles.whistles
                        where community_id = $1 and ($2 = '' or unit = $2)
                          and state in ('CALLED', 'REPORTED_IN', 'DONE', 'REFUSED')
                        order by report_by, id limit $3""")
                .bind("$1", community.value())
                .bind("$2", unit)
                .bind("$3", MOST)
                .map(FindWhistles::whistle)
                .all();
    }

    /// The same, of those that come after one.
    ///
    /// @param reportBy and id of that one
    /// @param most     how many
    public Flux<Whistle> goingOn(CommunityId community, String unit, Instant reportBy, String id, int most) {
        return database.sql("""
                        select * from whistles.whistles
                        where community_id = $1 and ($2 = '' or unit = $2)
                          and state in ('CALLED', 'REPORTED_IN', 'DONE', 'REFUSED') and (report_by, id) > ($3, $4)
                        order by report_by, id limit $5""")
                .bind("$1", community.value())
                .bind("$2", unit)
                .bind("$3", reportBy.atOffset(UTC))
                .bind("$4", id)
                .bind("$5", most)
                .map(FindWhistles::whistle)
                .all();
    }

    /// The earliest first.
    public Flux<Line> history(Whistle whistle) {
        return histories(List.of(whistle)).flatMapIterable(it -> it.getOrDefault(whistle.id(), List.of()));
    }

    /// Of several whistles of one community at once, by their ids; the earliest first. Never empty.
    public Mono<Map<String, List<Line>>> histories(List<Whistle> whistles) {
        return whistles.isEmpty()
                ? Mono.just(Map.of())
                : database.sql("select * from whistles.steps where community_id = $1 and whistle = any($2) order by id")
                        .bind("$1", whistles.getFirst().community().value())
                        .bind("$2", whistles.stream().map(Whistle::id).toArray(String[]::new))
                        .map(row -> Map.entry(text(row, "whistle"), line(row)))
                        .all()
                        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Line line(Readable row) {
        return new Line(
                WhistleStep.Kind.valueOf(text(row, "kind")),
                text(row, "by_name"),
                instant(row, "at"),
                text(row, "words"));
    }

    /// To which nobody came, and those above do not know yet; over all communities.
    Flux<Whistle> toChase(Instant now, int most) {
        return database.sql("""
                        select * from whistles.whistles where state = 'CALLED' and chased_at is null and report_by < $1
                        order by report_by limit $2""")
                .bind("$1", now.atOffset(UTC))
                .bind("$2", most)
                .map(FindWhistles::whistle)
                .all();
    }

    private static Whistle whistle(Readable row) {
        int stars = integer(row, "stars");
        return new Whistle(
                new CommunityId(text(row, "community_id")),
                text(row, "id"),
                text(row, "number"),
                text(row, "unit"),
                new Whistle.Call(
                        text(row, "reason"),
                        text(row, "called_by"),
                        instant(row, "called_at"),
                        instant(row, "report_by")),
                Whistle.State.valueOf(text(row, "state")),
                text(row, "reporter"),
                instantOrNull(row, "reported_at"),
                integer(row, "refusals"),
                instantOrNull(row, "chased_at"),
                stars == 0 ? null : new Whistle.Verdict(stars, text(row, "verdict")),
                number(row, "version"));
    }
}
