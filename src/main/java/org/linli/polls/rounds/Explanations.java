package org.linli.polls.rounds;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.polls.rounds.Explanation.Lost;
import org.linli.polls.rounds.Explanation.Other;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Explanations as they are stored, those of the latest count.
@Component
public class Explanations {

    private static final String KEEP = """
            insert into polls.explanations (community_id, poll, counted_at, kind, place, about, words, winners, cost, without)
            select $1, $2, $3, e.kind, e.place, e.about, e.words, e.winners, e.cost, e.without
            from unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::bigint[])
                 with ordinality as e(kind, about, words, winners, cost, without, place)
            on conflict do nothing
            """;

    private static final String OF = """
            select e.* from polls.explanations e
            join polls.results r on r.community_id = e.community_id and r.poll = e.poll and r.counted_at = e.counted_at
            where e.community_id = $1 and e.poll = $2 order by e.kind, e.place
            """;

    private record Row(String kind, String about, String words, String winners, long cost, long without) {}

    private final DatabaseClient database;

    Explanations(DatabaseClient database) {
        this.database = database;
    }

    /// Never empty; [Explanation#NONE] until it is worked out.
    public Mono<Explanation> of(Round round) {
        return database.sql(OF)
                .bind("$1", round.community().value())
                .bind("$2", round.id())
                .map(Explanations::row)
                .all()
                .collectList()
                .map(Explanations::read);
    }

    /// All at once: a repeated one changes nothing.
    Mono<Void> keep(Round round, Instant countedAt, Explanation it) {
        var rows = rows(it);
        return database.sql(KEEP)
                .bind("$1", round.community().value())
                .bind("$2", round.id())
                .bind("$3", countedAt.atOffset(UTC))
                .bind("$4", rows.stream().map(Row::kind).toArray(String[]::new))
                .bind("$5", rows.stream().map(Row::about).toArray(String[]::new))
                .bind("$6", rows.stream().map(Row::words).toArray(String[]::new))
                .bind("$7", rows.stream().map(Row::winners).toArray(String[]::new))
                .bind("$8", rows.stream().map(Row::cost).toArray(Long[]::new))
                .bind("$9", rows.stream().map(Row::without).toArray(Long[]::new))
                .then();
    }

    private static List<Row> rows(Explanation it) {
        var rows = new ArrayList<Row>();
        it.losses().forEach(lost -> rows.add(new Row("LOSS", String.valueOf(lost.number()), lost.words(), "", 0, 0)));
        it.trials()
                .forEach(other -> rows.add(
                        new Row("TRIAL", other.rule(), "", written(other.winners()), other.cost(), other.without())));
        return rows;
    }

    private static Row row(Readable row) {
        return new Row(
                text(row, "kind"),
                text(row, "about"),
                text(row, "words"),
                text(row, "winners"),
                number(row, "cost"),
                number(row, "without"));
    }

    private static Explanation read(List<Row> rows) {
        return new Explanation(
                rows.stream()
                        .filter(it -> it.kind().equals("LOSS"))
                        .map(it -> new Lost(Integer.parseInt(it.about()), it.words()))
                        .toList(),
                rows.stream()
                        .filter(it -> it.kind().equals("TRIAL"))
                        .map(it -> new Other(it.about(), numbers(it.winners()), it.cost(), it.without()))
                        .toList());
    }

    private static String written(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Integer> numbers(String written) {
        return Stream.of(written.split(","))
                .filter(it -> !it.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }
}
