package org.linli.notices;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Known;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// All notices.
@Component
public class Notices {

    /// A line of a notice's history.
    ///
    /// @param what the end of a key of words
    public record Step(Instant at, String what, String by) {

        /// What a step of this notice is to be called, which says "stopped" of drafts, too.
        public static String called(String what, Notice of) {
            return what.equals("cancelled") && of.isPutAway() ? "put-away" : what;
        }
    }

    public static final int PAGE = 30;

    private static final Function<Readable, Optional<Notice>> KNOWN = Known.row("notice", NoticeRow::read);

    private final DatabaseClient database;

    Notices(DatabaseClient database) {
        this.database = database;
    }

    /// Empty when there is none of this id.
    public Mono<Notice> find(CommunityId community, String id) {
        return database.sql("select * from notices.notices where community_id = $1 and id = $2")
                .bind("$1", community.value())
                .bind("$2", id)
                .map(KNOWN)
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    /// The one that sets this one right, once it has left. Empty where there is none.
    public Mono<Notice> correctionOf(Notice wrong) {
        return database.sql("""
            select * from notices.notices
            where community_id = $1 and corrects = $2 and state = 'APPROVED'
            order by written_at desc limit 1""")
                .bind("$1", wrong.community().value())
                .bind("$2", wrong.id())
                .map(KNOWN)
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    /// Those that say the same to the same people on the day on which this one would leave, beside itself.
    public Mono<Notice> sameOf(Notice draft, Instant leaves) {
        return database.sql("""
            select * from notices.notices
            where community_id = $1 and print = $2 and id <> $3 and state in ('WAITING', 'APPROVED')""")
                .bind("$1", draft.community().value())
                .bind("$2", draft.print(leaves))
                .bind("$3", draft.id())
                .map(KNOWN)
                .first()
                .flatMap(Mono::justOrEmpty);
    }

    /// The newest first, thirty a page.
    ///
    /// @param words that title or text have in them; empty: all
    /// @param page  from 0
    public Flux<Notice> list(CommunityId community, String words, int page) {
        return database.sql("""
            select * from notices.notices where community_id = $1
              and ($2 = '' or position(lower($2) in lower(title || ' ' || words)) > 0)
            order by written_at desc, id limit $3 offset $4""")
                .bind("$1", community.value())
                .bind("$2", words)
                .bind("$3", PAGE)
                .bind("$4", (long) page * PAGE)
                .map(KNOWN)
                .all()
                .flatMap(Mono::justOrEmpty);
    }

    /// The newest first, those after that one alone.
    ///
    /// @param words as for the list above
    public Flux<Notice> after(CommunityId community, String words, Instant writtenAt, String id, int most) {
        var after = database.sql("""
            select * from notices.notices where community_id = $1
              and ($2 = '' or position(lower($2) in lower(title || ' ' || words)) > 0)
              and (written_at, id) < ($3, $4)
            order by written_at desc, id desc limit $5 offset $6""")
                .bind("$1", community.value())
                .bind("$2", words)
                .bind("$3", writtenAt.atOffset(ZoneOffset.UTC))
                .bind("$4", id);
        return Known.upTo(
                most,
                (rows, from) ->
                        after.bind("$5", rows).bind("$6", from).map(KNOWN).all());
    }

    /// How many there are, drafts too. Never empty.
    ///
    /// @param words as for the list
    public Mono<Long> count(CommunityId community, String words) {
        return database.sql("""
            select count(*) as n from notices.notices where community_id = $1
              and ($2 = '' or position(lower($2) in lower(title || ' ' || words)) > 0)""")
                .bind("$1", community.value())
                .bind("$2", words)
                .map(row -> number(row, "n"))
                .one();
    }

    /// How many wait for somebody to approve them. Never empty.
    public Mono<Long> waiting(CommunityId community) {
        return database.sql("select count(*) as n from notices.notices where community_id = $1 and state = 'WAITING'")
                .bind("$1", community.value())
                .map(row -> number(row, "n"))
                .one();
    }

    /// The oldest first.
    public Flux<Step> history(Notice notice) {
        return database.sql("""
            select at, what, by_name from notices.steps
            where community_id = $1 and notice = $2 order by id""")
                .bind("$1", notice.community().value())
                .bind("$2", notice.id())
                .map(row -> new Step(instant(row, "at"), Step.called(text(row, "what"), notice), text(row, "by_name")))
                .all();
    }
}
