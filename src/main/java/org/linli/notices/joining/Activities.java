package org.linli.notices.joining;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.linli.channels.Address;
import org.linli.notices.Notice;
import org.linli.notices.NoticeRow;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// All activities, and who comes to them.
@Component
public class Activities {

    private static final String SELECT = """
        select n.*, a.number as activity, a.version as turn, a.places as places_now from notices.activities a
        join notices.notices n on n.community_id = a.community_id and n.id = a.notice and n.invites <> ''
        """;

    private final DatabaseClient database;

    Activities(DatabaseClient database) {
        this.database = database;
    }

    /// Those of all communities to which one may sign up now.
    Flux<Activity> open(Instant now) {
        return database.sql(SELECT + """
            where n.state = 'APPROVED' and n.send_at <= $1 and n.valid_until > $1
            order by n.send_at desc limit 500""")
                .bind("$1", now.atOffset(UTC))
                .map(Activities::activity)
                .all();
    }

    /// Those of all communities to which one may sign up now and for which somebody waits; of very many some, by lot,
    /// so that each gets its turn.
    Flux<Activity> awaited(Instant now) {
        return database.sql(SELECT + """
            where n.state = 'APPROVED' and n.send_at <= $1 and n.valid_until > $1 and exists (
              select from notices.signed_up s
              where s.community_id = a.community_id and s.notice = a.notice and s.state = 'WAITS')
            order by random() limit 500""")
                .bind("$1", now.atOffset(UTC))
                .map(Activities::activity)
                .all()
                .collectList()
                .flatMapIterable(all -> all);
    }

    /// The newest first, those that are over too.
    Flux<Activity> latest(CommunityId community, int most) {
        return database.sql(SELECT + "where a.community_id = $1 order by a.number desc limit $2")
                .bind("$1", community.value())
                .bind("$2", most)
                .map(Activities::activity)
                .all();
    }

    /// Empty where one cannot sign up.
    public Mono<Activity> of(Notice notice) {
        return database.sql(SELECT + "where a.community_id = $1 and a.notice = $2")
                .bind("$1", notice.community().value())
                .bind("$2", notice.id())
                .map(Activities::activity)
                .one();
    }

    /// Never empty; nobody may have signed up.
    public Mono<Register> register(Activity of) {
        return database.sql("select * from notices.signed_up where community_id = $1 and notice = $2")
                .bind("$1", of.notice().community().value())
                .bind("$2", of.notice().id())
                .map(Activities::entry)
                .all()
                .collectList()
                .map(all -> new Register(of.invites(), all));
    }

    private static Activity activity(Readable row) {
        var notice = NoticeRow.read(row);
        var invites = Objects.requireNonNull(notice.invites());
        return new Activity(
                notice, invites.of(integer(row, "places_now")), integer(row, "activity"), number(row, "turn"));
    }

    private static Entry entry(Readable row) {
        return new Entry(
                text(row, "who"),
                text(row, "resident"),
                text(row, "name"),
                text(row, "home"),
                Address.parse(text(row, "address")),
                integer(row, "people"),
                Entry.State.valueOf(text(row, "state")),
                instant(row, "at"));
    }
}
