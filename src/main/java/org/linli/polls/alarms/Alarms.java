package org.linli.polls.alarms;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import org.linli.polls.Poll;
import org.linli.polls.Whence.Kind;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What the committee was told.
@Component
public class Alarms {

    private static final int MOST = 200;

    private final DatabaseClient database;

    Alarms(DatabaseClient database) {
        this.database = database;
    }

    /// The latest first; not more than people read.
    public Flux<Alarm> of(Poll poll) {
        return database.sql(
                        "select * from polls.alarms where community_id = $1 and poll = $2 order by at desc limit $3")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .bind("$3", MOST)
                .map(row -> new Alarm(
                        Kind.valueOf(text(row, "kind")),
                        text(row, "source"),
                        integer(row, "voters"),
                        integer(row, "minutes"),
                        instant(row, "at")))
                .all();
    }
}
