package org.linli.outbox;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import java.time.Instant;
import java.util.Locale;
import org.linli.channels.Account;
import org.linli.channels.Content.Delivered.Counts;
import org.linli.channels.Content.Delivered.Stage;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// How messages to many fared, as the platform counted.
@Component
public class MassResults {

    /// @param template the letter's; empty for what we do not know (any more)
    public record MassResult(Instant at, String template, Stage stage, String detail, Counts counts) {

        /// For keys of words: `arrived`.
        public String word() {
            return stage.name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int MOST = 20;

    private final DatabaseClient database;

    MassResults(DatabaseClient database) {
        this.database = database;
    }

    /// The newest first, twenty at most; empty where nothing was sent to many.
    public Flux<MassResult> of(Account account) {
        return database.sql("""
                        select d.at, coalesce(l.template, '') as template, d.stage, d.detail,
                               d.total, d.filtered, d.reached, d.missed
                        from outbox.deliveries d left join outbox.letters l using (community_id, key)
                        where d.community_id = $1 and d.account = $2 and d.total is not null
                        order by d.at desc limit $3""")
                .bind("$1", account.community().value())
                .bind("$2", account.channel() + ":" + account.id())
                .bind("$3", MOST)
                .map(row -> new MassResult(
                        instant(row, "at"),
                        text(row, "template"),
                        Stage.valueOf(text(row, "stage")),
                        text(row, "detail"),
                        new Counts(
                                number(row, "total"),
                                number(row, "filtered"),
                                number(row, "reached"),
                                number(row, "missed"))))
                .all();
    }
}
