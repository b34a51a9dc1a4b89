package org.linli.inbox;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import java.time.Instant;
import java.util.Collection;
import org.linli.channels.Address;
import org.linli.channels.Inbound;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What was said lately, for staff to read; forgotten after thirty days.
@Component
public class KeptMessages {

    /// @param id as in [Arrival#id]
    public record KeptMessage(long id, Inbound message, Instant receivedAt) {

        @Override
        public String toString() {
            return "KeptMessage[" + id + "]";
        }
    }

    private static final int MOST = 1_000;
    private static final String SAID = """
            select id, message::text as message, received_at from inbox.arrivals
            where community_id = $1 and conversation = any($2) and message ->> 'from' = any($5)
              and received_at >= $3 and state in ('done', 'shed')
            order by id limit $4
            """;

    private final DatabaseClient database;

    KeptMessages(DatabaseClient database) {
        this.database = database;
    }

    /// The first thousand since then, the earliest first; empty where nothing is kept. Looks through what the
    /// community said since then: for a page, not for each message.
    ///
    /// @param queues as named by [Inbound#queue]
    /// @param people who said it
    public Flux<KeptMessage> said(
            CommunityId community, Collection<String> queues, Collection<Address> people, Instant since) {
        return database.sql(SAID)
                .bind("$1", community.value())
                .bind("$2", queues.toArray(String[]::new))
                .bind("$3", since.atOffset(UTC))
                .bind("$4", MOST)
                .bind("$5", people.stream().map(Address::text).toArray(String[]::new))
                .map(row -> new KeptMessage(
                        number(row, "id"), MessageJson.inbound(text(row, "message")), instant(row, "received_at")))
                .all();
    }
}
