package org.linli.notices.sending;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.community.QuietHours;
import org.linli.notices.Kind;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What residents asked for, and how much they were told already.
@Component
public class FindWishes {

    private final DatabaseClient database;

    FindWishes(DatabaseClient database) {
        this.database = database;
    }

    /// By resident; those who asked for nothing are left out. Never empty.
    public Mono<Map<String, Wishes>> of(CommunityId community, Collection<String> residents) {
        return database.sql("""
                        select resident, unwanted, quiet from notices.wishes
                        where community_id = $1 and resident = any($2)""")
                .bind("$1", community.value())
                .bind("$2", residents.toArray(String[]::new))
                .map(row -> Map.entry(text(row, "resident"), wishes(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /// How many notices each was written since then; those who were written none are left out. Never empty.
    Mono<Map<String, Integer>> told(CommunityId community, Collection<String> residents, Instant since) {
        return database.sql("""
                        select who, count(*)::int as n from notices.recipients
                        where community_id = $1 and who = any($2) and posted_at >= $3 group by who""")
                .bind("$1", community.value())
                .bind("$2", residents.toArray(String[]::new))
                .bind("$3", since.atOffset(UTC))
                .map(row -> Map.entry(text(row, "who"), integer(row, "n")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Wishes wishes(Readable row) {
        return new Wishes(
                Stream.of(Objects.requireNonNull(row.get("unwanted", String[].class)))
                        .map(Kind::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                QuietHours.parse(text(row, "quiet")).orElse(null));
    }
}
