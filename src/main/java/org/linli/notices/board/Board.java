package org.linli.notices.board;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import org.linli.community.choosing.Whom;
import org.linli.notices.Notice;
import org.linli.notices.NoticeRow;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What hangs on the board of a community.
@Component
public class Board {

    public static final int PAGE = 20;

    private final DatabaseClient database;
    private final Clock clock;

    Board(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Whether everybody may read what these were told: where nobody is meant for what is known of them. Pure.
    public static boolean isForEverybody(Whom whom) {
        return switch (whom) {
            case Whom.Everybody _, Whom.LivesIn _ -> true;
            case Whom.Tagged _, Whom.InGroup _, Whom.TookPart _ -> false;
            case Whom.All(var parts) -> parts.stream().allMatch(Board::isForEverybody);
            case Whom.Any(var parts) -> parts.stream().allMatch(Board::isForEverybody);
            case Whom.Not(var part) -> isForEverybody(part);
        };
    }

    /// Of all communities, those that are not over: two hundred of the latest.
    public Flux<Notice> live() {
        return database.sql("""
                        select n.* from notices.board b
                        join notices.notices n on n.community_id = b.community_id and n.id = b.notice
                        where b.at <= $1 and n.valid_until > $1 and n.state = 'APPROVED'
                        order by b.at desc limit 200""")
                .bind("$1", clock.instant().atOffset(UTC))
                .map(NoticeRow::read)
                .all();
    }

    /// The newest first; not before they left, and not when they were stopped.
    ///
    /// @param words that title or text have in them; empty: all
    /// @param page  from 0, twenty on each
    public Flux<Notice> page(CommunityId community, String words, int page) {
        return database.sql("""
                        select n.* from notices.board b
                        join notices.notices n on n.community_id = b.community_id and n.id = b.notice
                        where b.community_id = $1 and b.at <= $2 and n.state = 'APPROVED'
                          and ($3 = '' or position(lower($3) in lower(n.title || ' ' || n.words)) > 0)
                        order by b.at desc, n.id limit $4 offset $5""")
                .bind("$1", community.value())
                .bind("$2", clock.instant().atOffset(UTC))
                .bind("$3", words)
                .bind("$4", PAGE)
                .bind("$5", (long) page * PAGE)
                .map(NoticeRow::read)
                .all();
    }
}
