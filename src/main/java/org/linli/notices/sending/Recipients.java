package org.linli.notices.sending;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Known;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// The rows of those whom notices are for.
@Component
class Recipients {

    /// A recipient with whose notice it is.
    record Of(CommunityId community, String notice, Recipient it) {}

    private static final Function<Readable, Optional<Of>> DUE = Known.row("recipient", Recipients::of);

    private final DatabaseClient database;

    Recipients(DatabaseClient database) {
        this.database = database;
    }

    /// For whom something has to be done by now, the longest due first. Rows of a version to come are passed by and
    /// keep nobody waiting behind them.
    Flux<Of> due(Instant now, int most) {
        return due("due_at", now, most);
    }

    /// Likewise for those who are to be reminded by now.
    Flux<Of> toRemind(Instant now, int most) {
        return due("remind_at", now, most);
    }

    private Flux<Of> due(String column, Instant now, int most) {
        return Known.upTo(
                most,
                (count, from) -> database.sql("""
                        select * from notices.recipients where %1$s <= $1
                        order by %1$s, community_id, notice, who limit $2 offset $3""".formatted(column))
                        .bind("$1", now.atOffset(UTC))
                        .bind("$2", count)
                        .bind("$3", from)
                        .map(DUE)
                        .all());
    }

    /// The next of one notice's whose letters may still have news, in the order of their names.
    Flux<Recipient> followed(CommunityId community, String notice, String after, int most) {
        return database.sql("""
                        select * from notices.recipients
                        where community_id = $1 and notice = $2 and who > $3
                          and fate in ('POSTED', 'HELD', 'ACCEPTED', 'DELIVERED', 'UNKNOWN')
                        order by who limit $4""")
                .bind("$1", community.value())
                .bind("$2", notice)
                .bind("$3", after)
                .bind("$4", most)
                .map(Recipients::recipient)
                .all();
    }

    private static Of of(Readable row) {
        return new Of(new CommunityId(text(row, "community_id")), text(row, "notice"), recipient(row));
    }

    static Recipient recipient(Readable row) {
        return new Recipient(
                text(row, "who"),
                text(row, "home"),
                text(row, "building"),
                Optional.ofNullable(row.get("address", String.class))
                        .map(Address::parse)
                        .orElse(null),
                others(row),
                integer(row, "letters"),
                Fate.valueOf(text(row, "fate")),
                text(row, "reason"),
                text(row, "via"),
                instantOrNull(row, "due_at"));
    }

    private static List<Address> others(Readable row) {
        return Stream.of(Objects.requireNonNull(row.get("others", String[].class)))
                .map(Address::parse)
                .toList();
    }
}
