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
import java.time.ZoneOffset;
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

    /// How a unit answers: counted since a day.
    ///
    /// @param called whistles in all
    /// @param inTime of them those to which somebody came in time
    /// @param late somebody came late, or nobody though the time is over
    /// @param refusals how often it said no
    /// @param rated how many were rated
    /// @param stars their sum
    public record Score(String unit, long called, long inTime, long late, long refusals, long rated, long stars) {}

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
                .bind("$3", reportBy.atOffset(ZoneOffset.UTC))
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

    /// Of every unit that was called since then.
    public Flux<Score> scores(CommunityId community, Instant since, Instant now) {
        return database.sql("""
                        select unit, count(*) as called, sum(refusals)::bigint as refusals,
                          count(*) filter (where reported_at <= report_by) as in_time,
                          count(*) filter (where state <> 'RELEASED' and coalesce(reported_at, $3) > report_by) as late,
                          count(*) filter (where stars > 0) as rated, sum(stars)::bigint as stars
                        from whistles.whistles where community_id = $1 and called_at >= $2
                        group by unit order by called desc, unit""")
                .bind("$1", community.value())
                .bind("$2", since.atOffset(UTC))
                .bind("$3", now.atOffset(UTC))
                .map(row -> new Score(
                        text(row, "unit"),
                        number(row, "called"),
                        number(row, "in_time"),
                        number(row, "late"),
                        number(row, "refusals"),
                        number(row, "rated"),
                        number(row, "stars")))
                .all();
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
