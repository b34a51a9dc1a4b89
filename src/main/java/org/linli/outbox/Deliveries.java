package org.linli.outbox;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toMap;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.channels.Content.Delivered.Stage;
import org.linli.outbox.RecordOutcomes.Tried;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Which letter a platform's id stands for. A report may come before we have written that down: both sides write the
/// same row, so that whoever comes second sees the first.
@Component
class Deliveries {

    /// What a platform said became of a letter.
    record Fate(Stage stage) {

        static final String NOT_DELIVERED = "NOT_DELIVERED";

        /// As stored with the letter.
        String state() {
            return stage.name().toLowerCase(Locale.ROOT);
        }

        boolean hasFailed() {
            return stage == Stage.FAILED;
        }
    }

    private record Expected(String account, String receipt, String key, boolean last) {}

    private static final String EXPECT = """
            insert into outbox.deliveries (community_id, account, receipt, key, last, at)
            select distinct on (account, receipt) $1, account, receipt, key, last, $6
            from unnest($2::text[], $3::text[], $4::text[], $5::boolean[]) as it(account, receipt, key, last)
            order by account, receipt
            on conflict (community_id, account, receipt) do update set key = excluded.key, last = excluded.last
            returning key, case when last or stage = 'FAILED' then stage end as stage
            """;

    private final DatabaseClient database;
    private final Clock clock;

    Deliveries(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Writes down what the platforms call these letters of one community. Never empty: what they have said about them
    /// so far, by the letters' keys.
    Mono<Map<String, Fate>> expect(CommunityId community, List<Tried> batch) {
        var expected = batch.stream().flatMap(Deliveries::expected).toList();
        return expected.isEmpty() ? Mono.just(Map.of()) : write(community, expected);
    }

    private Mono<Map<String, Fate>> write(CommunityId community, List<Expected> expected) {
        return database.sql(EXPECT)
                .bind("$1", community.value())
                .bind("$2", texts(expected, Expected::account))
                .bind("$3", texts(expected, Expected::receipt))
                .bind("$4", texts(expected, Expected::key))
                .bind("$5", expected.stream().map(Expected::last).toArray(Boolean[]::new))
                .bind("$6", clock.instant().atOffset(UTC))
                .map(row -> Map.entry(text(row, "key"), Optional.ofNullable(row.get("stage", String.class))))
                .all()
                .filter(it -> it.getValue().isPresent())
                .collectList()
                .map(found -> found.stream()
                        .collect(toMap(
                                Map.Entry::getKey,
                                it -> new Fate(Stage.valueOf(it.getValue().orElseThrow())),
                                (one, other) -> one.hasFailed() ? one : other)));
    }

    private static Stream<Expected> expected(Tried tried) {
        var letter = tried.letter().letter();
        var attempt = tried.attempt();
        String account = attempt.to().channel() + ":" + attempt.to().account();
        int most = attempt.receipts().size();
        return IntStream.range(0, most)
                .mapToObj(i -> new Expected(
                        account,
                        attempt.receipts().get(i),
                        letter.key(),
                        i == most - 1 && attempt.outcome() instanceof Outcome.Sent));
    }

    private static String[] texts(List<Expected> expected, Function<Expected, String> text) {
        return expected.stream().map(text).toArray(String[]::new);
    }
}
