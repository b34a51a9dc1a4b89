package org.linli.dialogue.topics;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.linli.channels.Inbound;
import org.linli.platform.jobs.Coalesced;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What the groups speak of. The messages of one group are worked on one after the other, so what is read here is what
/// the message before has left.
@Component
public class Topics {

    private record Row(int group, Topic topic) {}

    private static final int MOST_READ_TOGETHER = 256;
    private static final int READS_ABREAST = 2;

    private static final String READ = """
            select asked.n::int as n, t.*
            from unnest($1::text[], $2::text[], $3::timestamptz[]) with ordinality as asked (community, said_in, since, n)
            cross join lateral (
                select about, label, place, said_at, others, joined, line_at from dialogue.topics
                where community_id = asked.community and said_in = asked.said_in and said_at > asked.since
                order by said_at desc limit 20) t
            order by asked.n, t.said_at desc
            """;

    private final DatabaseClient database;
    private final Clock clock;
    private final Coalesced<Inbound, List<Topic>> reads =
            new Coalesced<>(MOST_READ_TOGETHER, READS_ABREAST, this::readTogether);

    Topics(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Where a message was said, the latest first. Never empty; the list is for a private talk.
    public Mono<List<Topic>> around(Inbound message) {
        return message.group() == null ? Mono.just(List.of()) : reads.call(message);
    }

    private Mono<List<List<Topic>>> readTogether(List<Inbound> messages) {
        return database.sql(READ)
                .bind(0, messages.stream().map(it -> it.community().value()).toArray(String[]::new))
                .bind(1, messages.stream().map(it -> it.replyTo().text()).toArray(String[]::new))
                .bind(2, messages.stream().map(this::since).toArray(OffsetDateTime[]::new))
                .map(row -> new Row(integer(row, "n") - 1, topic(row)))
                .all()
                .collectList()
                .map(rows -> byGroup(rows, messages.size()));
    }

    private OffsetDateTime since(Inbound message) {
        var kept = message.quote() == null ? Topic.REMEMBERED : Topic.QUOTED;
        return clock.instant().minus(kept).atOffset(ZoneOffset.UTC);
    }

    private static List<List<Topic>> byGroup(List<Row> rows, int groups) {
        var topics = new ArrayList<List<Topic>>();
        for (int i = 0; i < groups; i++) {
            int group = i;
            topics.add(rows.stream()
                    .filter(it -> it.group() == group)
                    .map(Row::topic)
                    .toList());
        }
        return topics;
    }

    private static Topic topic(Readable row) {
        return new Topic(
                text(row, "about"),
                text(row, "label"),
                row.get("place", String.class),
                instant(row, "said_at"),
                integer(row, "others"),
                integer(row, "joined"),
                instant(row, "line_at"));
    }
}
