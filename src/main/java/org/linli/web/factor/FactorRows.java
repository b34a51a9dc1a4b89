package org.linli.web.factor;

import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.linli.community.StaffMember;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The secrets as they are stored: sealed.
@Component
class FactorRows implements KeepsSealed {

    private static final SealedColumn SECRET = new SealedColumn("factors.second", "secret", "community_id", "staff");

    /// @param isOn whether a code of it was seen
    /// @param last the step of the code that was accepted last
    /// @param shownIn the handle of the session in which it was shown
    record Row(Totp totp, boolean isOn, long last, String shownIn) {

        /// Whether it was shown there and nowhere else, and waits for its first code.
        boolean waitsIn(String session) {
            return !isOn && shownIn.equals(session);
        }
    }

    private final DatabaseClient database;
    private final Sealing sealing;

    FactorRows(DatabaseClient database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(SECRET);
    }

    /// Empty where there is none.
    Mono<Row> of(StaffMember member) {
        return database.sql(
                        "select secret, since, step, shown_in from factors.second where community_id = $1 and staff = $2")
                .bind(0, member.community().value())
                .bind(1, member.id())
                .map(row -> read(row, member))
                .one();
    }

    private Row read(Readable row, StaffMember member) {
        String secret =
                sealing.open(SECRET, text(row, "secret"), member.community().value(), member.id());
        return new Row(
                new Totp(secret),
                row.get("since", OffsetDateTime.class) != null,
                number(row, "step"),
                text(row, "shown_in"));
    }

    /// Another one that is not on yet takes the place of one that is not on either. Never empty: whether it was
    /// written.
    ///
    /// @param session the handle of that in which it is shown
    Mono<Boolean> begin(StaffMember member, Totp totp, String session) {
        return database.sql("""
            insert into factors.second as s (community_id, staff, secret, shown_in) values ($1, $2, $3, $4)
            on conflict (community_id, staff) do update set secret = excluded.secret, shown_in = excluded.shown_in
            where s.since is null""")
                .bind(0, member.community().value())
                .bind(1, member.id())
                .bind(2, sealing.seal(SECRET, totp.secret(), member.community().value(), member.id()))
                .bind(3, session)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// Never empty: whether it was not on before.
    Mono<Boolean> turnOn(StaffMember member, long step, Instant now, String session) {
        return database.sql("""
            update factors.second set since = $4, step = $3
            where community_id = $1 and staff = $2 and since is null and shown_in = $5""")
                .bind(0, member.community().value())
                .bind(1, member.id())
                .bind(2, step)
                .bind(3, now.atOffset(ZoneOffset.UTC))
                .bind(4, session)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// Never empty: whether no code of that step, or of a later one, was accepted before.
    Mono<Boolean> accept(StaffMember member, long step) {
        return database.sql("""
            update factors.second set step = $3
            where community_id = $1 and staff = $2 and since is not null and step < $3""")
                .bind(0, member.community().value())
                .bind(1, member.id())
                .bind(2, step)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// Never empty: whether there was one that was on.
    Mono<Boolean> remove(String community, String staff) {
        return database.sql("""
                        delete from factors.second
                        where community_id = $1 and staff = $2 returning since is not null as was_on""")
                .bind(0, community)
                .bind(1, staff)
                .map(row -> Boolean.TRUE.equals(row.get("was_on", Boolean.class)))
                .one()
                .defaultIfEmpty(false);
    }
}
