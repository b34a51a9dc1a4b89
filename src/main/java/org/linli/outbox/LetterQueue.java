package org.linli.outbox;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.linli.channels.Address;
import org.linli.channels.Channel;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Which letters are to be sent now: to each address in the order in which they were decided, one at a time.
@Component
class LetterQueue {

    static final Duration LEASE = Duration.ofSeconds(60);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    /// Waits for the disk: a letter whose claim is forgotten by a crash could be sent twice.
    ///
    /// An older letter lets younger ones to its address go first only while it neither holds them nor is
    /// due itself.
    private static final String CLAIM = """
            with next as (
                select a.community_id, a.key from outbox.letters a
                where a.state = 'due' and (a.not_before is null or a.not_before <= $1)
                  and not exists (select from unnest($4::text[]) elsewhere where starts_with(a.address, elsewhere))
                  and not exists (
                      select from outbox.letters b
                      where b.community_id = a.community_id and b.address = a.address
                        and b.state in ('due', 'sending')
                        and (b.state = 'sending' or b.id < a.id and (
                            b.holds_until is null or b.holds_until > $1 or b.not_before is null or b.not_before <= $1)))
                order by a.id limit $3
                for update skip locked
            )
            update outbox.letters a
            set state = 'sending', attempts = a.attempts + 1, lease_until = $2
            from next where a.community_id = next.community_id and a.key = next.key
            returning a.community_id, a.key, a.address, a.template, a.facts::text as facts, a.attempts, a.parts_sent
            """;

    private final DatabaseClient database;
    private final List<Channel> channels;
    private final Clock clock;

    LetterQueue(DatabaseClient database, ObjectProvider<Channel> channels, Clock clock) {
        this.database = database;
        this.channels = channels.stream().toList();
        this.clock = clock;
    }

    /// At most so many; empty when nothing is due.
    Flux<ClaimedLetter> claim(int most) {
        Instant now = clock.instant();
        return database.sql(CLAIM)
                .bind("$1", now.atOffset(UTC))
                .bind("$2", now.plus(LEASE).atOffset(UTC))
                .bind("$3", most)
                .bind("$4", elsewhere())
                .map(row -> new ClaimedLetter(letter(row), integer(row, "attempts"), integer(row, "parts_sent")))
                .all();
    }

    /// How the addresses begin that only another replica can send to.
    private String[] elsewhere() {
        return channels.stream()
                .flatMap(channel -> channel.elsewhere().stream().map(it -> channel.id() + ":" + it + ":"))
                .toArray(String[]::new);
    }

    static Letter letter(Readable row) {
        return new Letter(
                new CommunityId(text(row, "community_id")),
                text(row, "key"),
                Address.parse(text(row, "address")),
                text(row, "template"),
                JSON.readValue(text(row, "facts"), FACTS));
    }
}
