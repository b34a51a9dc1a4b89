package org.linli.outbox;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.channels.Address;
import org.linli.channels.SendFailure;
import org.linli.channels.Withdraws;
import org.linli.platform.database.CommunityId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes back letters that have arrived, where platforms let us.
@Component
public class WithdrawLetters {

    /// @param gone nobody sees them any more
    /// @param left messages that stay where they are: the platform takes none back, or not any more
    public record Withdrawn(int gone, int left) {

        private Withdrawn plus(boolean taken) {
            return taken ? new Withdrawn(gone + 1, left) : new Withdrawn(gone, left + 1);
        }
    }

    private record Arrived(Address to, String way, String receipt, Instant at) {}

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawLetters.class);
    private static final int ABREAST = 8;

    private static final String ARRIVED = """
            select l.address, coalesce(l.way, '') as way, d.receipt, d.at
            from outbox.letters l
            join outbox.deliveries d on d.community_id = l.community_id and d.key = l.key
            where l.community_id = $1 and l.key >= $2 and starts_with(l.key, $2) and l.state = 'sent'
              and d.account = l.account
            """;

    private final DatabaseClient database;
    private final Map<String, Withdraws> ways;
    private final Clock clock;

    WithdrawLetters(DatabaseClient database, List<Withdraws> ways, Clock clock) {
        this.database = database;
        this.ways = ways.stream().collect(Collectors.toMap(Withdraws::way, Function.identity()));
        this.clock = clock;
    }

    /// Those ways that can, with how long, by their ids.
    public List<Withdraws> able() {
        return ways.values().stream()
                .sorted(Comparator.comparing(Withdraws::way))
                .toList();
    }

    /// Never empty, and no error where a platform refuses: that message is left.
    ///
    /// @param keys with what the letters' keys begin
    public Mono<Withdrawn> all(CommunityId community, String keys) {
        return database.sql(ARRIVED)
                .bind("$1", community.value())
                .bind("$2", keys)
                .map((Readable row) -> new Arrived(
                        Address.parse(text(row, "address")),
                        text(row, "way"),
                        text(row, "receipt"),
                        instant(row, "at")))
                .all()
                .flatMap(this::withdraw, ABREAST)
                .reduce(new Withdrawn(0, 0), Withdrawn::plus);
    }

    private Mono<Boolean> withdraw(Arrived it) {
        var way = ways.get(it.way());
        return way == null || it.at().plus(way.within()).isBefore(clock.instant())
                ? Mono.just(false)
                : way.withdraw(it.to(), it.receipt()).thenReturn(true).onErrorResume(SendFailure.class, failure -> {
                    LOG.info("a message by {} was not taken back ({}), it stays", it.way(), failure.getMessage());
                    return Mono.just(false);
                });
    }
}
