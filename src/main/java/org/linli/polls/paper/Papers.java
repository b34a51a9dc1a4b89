package org.linli.polls.paper;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.text;

import java.time.Instant;
import org.linli.polls.BallotBox;
import org.linli.polls.Poll;
import org.linli.polls.ballots.Mark;
import org.linli.polls.ballots.Marks;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Paper ballots that one person has entered and that wait for a second.
@Component
class Papers {

    /// What somebody has read on a paper.
    record Read(String by, Marks marks) {}

    private final DatabaseClient database;

    Papers(DatabaseClient database) {
        this.database = database;
    }

    /// What somebody else has read on the same paper, the latest. Empty where nobody has.
    Mono<Read> ofAnother(Poll poll, String token, String than) {
        return on(poll, token, """
                        select * from polls.papers where community_id = $1 and poll = $2 and token = $3
                        and entered_by <> $4 order by at desc limit 1""")
                .bind("$4", than)
                .map(row -> new Read(text(row, "entered_by"), BallotBox.marks(row)))
                .one();
    }

    /// In place of what the same person read before.
    Mono<Void> put(Poll poll, String token, String by, Marks marks, Instant at) {
        return on(poll, token, """
                        insert into polls.papers (community_id, poll, token, entered_by, choices, points, at)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        on conflict (community_id, poll, token, entered_by)
                        do update set choices = excluded.choices, points = excluded.points, at = excluded.at""")
                .bind("$4", by)
                .bind("$5", marks.numbers().toArray(Integer[]::new))
                .bind("$6", marks.all().stream().map(Mark::points).toArray(Integer[]::new))
                .bind("$7", at.atOffset(UTC))
                .then();
    }

    Mono<Void> forget(Poll poll, String token) {
        return on(poll, token, "delete from polls.papers where community_id = $1 and poll = $2 and token = $3")
                .then();
    }

    private GenericExecuteSpec on(Poll poll, String token, String sql) {
        return database.sql(sql)
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .bind("$3", token);
    }
}
