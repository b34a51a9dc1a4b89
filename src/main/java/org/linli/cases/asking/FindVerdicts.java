package org.linli.cases.asking;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Case;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who is asked how cases were done.
@Component
public class FindVerdicts {

    private static final String PENDING = """
            select * from cases.verdicts where outcome is null and asked_at < $1 order by asked_at limit $2""";

    /// @param tried where letters went
    record Pending(
            CommunityId community,
            String number,
            Instant resolvedAt,
            Address address,
            @Nullable String resident,
            String letter,
            List<String> tried,
            Instant askedAt) {

        @Override
        public String toString() {
            return "Pending[" + letter + "]";
        }
    }

    private final DatabaseClient database;

    FindVerdicts(DatabaseClient database) {
        this.database = database;
    }

    /// Of whom it is not known yet whether the question has reached them.
    Flux<Pending> pending(Instant askedBefore, int most) {
        return database.sql(PENDING)
                .bind(0, askedBefore.atOffset(UTC))
                .bind(1, most)
                .map(FindVerdicts::read)
                .all();
    }

    /// How many of those who waited for it could not be asked. Never empty.
    public Mono<Long> notAsked(Case it) {
        var resolvedAt = it.resolvedAt();
        return resolvedAt == null
                ? Mono.just(0L)
                : database.sql("""
                                select count(*) as people from cases.verdicts
                                where community_id = $1 and number = $2 and resolved_at = $3 and outcome = 'NOT_ASKED'""")
                        .bind(0, it.community().value())
                        .bind(1, it.number())
                        .bind(2, resolvedAt.atOffset(UTC))
                        .map(row -> number(row, "people"))
                        .one();
    }

    private static Pending read(Readable row) {
        return new Pending(
                new CommunityId(text(row, "community_id")),
                text(row, "number"),
                instant(row, "resolved_at"),
                Address.parse(text(row, "address")),
                row.get("resident", String.class),
                text(row, "letter"),
                List.of(Objects.requireNonNull(row.get("tried", String[].class))),
                instant(row, "asked_at"));
    }
}
