package org.linli.notices;

import static java.time.ZoneOffset.UTC;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes notices with the line that tells of it. Signals [Conflict] when somebody else was first, and
/// [org.springframework.dao.DuplicateKeyException] when the same goes out today already.
@Component
@Order(70)
class WriteNotices implements WriteEffects<NoticeMoved> {

    private static final String WRITE = """
            insert into notices.notices as n (community_id, id, kind, importance, title, words, audience, valid_from,
              valid_until, send_at, state, writer, written_at, approver, corrects, print, version, brief,
              pictures, files, repeat_every, repeat_until, invites, places)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $19, $20, $21, $22,
              $23, $24, $25)
            on conflict (community_id, id) do update set kind = excluded.kind, importance = excluded.importance,
              title = excluded.title, words = excluded.words, audience = excluded.audience,
              valid_from = excluded.valid_from, valid_until = excluded.valid_until, send_at = excluded.send_at,
              state = excluded.state, approver = excluded.approver, print = excluded.print, version = excluded.version,
              brief = excluded.brief, pictures = excluded.pictures, files = excluded.files,
              repeat_every = excluded.repeat_every, repeat_until = excluded.repeat_until,
              invites = excluded.invites, places = excluded.places
            where n.version = $18
            """;

    private static final String TELL = """
            insert into notices.steps (community_id, notice, at, what, by_name) values ($1, $2, $3, $4, $5)
            """;

    private final DatabaseClient database;

    WriteNotices(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<NoticeMoved> kind() {
        return NoticeMoved.class;
    }

    @Override
    public Mono<Void> write(List<NoticeMoved> effects) {
        return Flux.fromIterable(effects)
                .concatMap(it -> write(it).then(tell(it)))
                .then();
    }

    private Mono<Void> write(NoticeMoved moved) {
        return bound(moved.after())
                .bind("$18", moved.before())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("a notice")))
                .then();
    }

    private GenericExecuteSpec bound(Notice it) {
        var period = it.period();
        var repeat = it.repeat();
        var invites = it.invites();
        return database.sql(WRITE)
                .bind("$1", it.community().value())
                .bind("$2", it.id())
                .bind("$3", it.wording().kind().name())
                .bind("$4", it.wording().importance().name())
                .bind("$5", it.wording().title())
                .bind("$6", it.wording().text())
                .bind("$7", it.audience())
                .bind("$8", time(period == null ? null : period.from()))
                .bind("$9", time(period == null ? null : period.until()))
                .bind("$10", time(it.sendAt()))
                .bind("$11", it.state().name())
                .bind("$12", it.writer())
                .bind("$13", it.writtenAt().atOffset(UTC))
                .bind("$14", text(it.approver()))
                .bind("$15", text(it.corrects()))
                .bind("$16", it.print(it.sendAt() == null ? it.writtenAt() : it.sendAt()))
                .bind("$17", it.version())
                .bind("$19", it.wording().brief())
                .bind("$20", it.enclosed().pictures().toArray(String[]::new))
                .bind("$21", it.enclosed().files().toArray(String[]::new))
                .bind("$22", repeat == null ? "" : repeat.every().name())
                .bind("$23", repeat == null ? Parameters.in(LocalDate.class) : Parameters.in(repeat.until()))
                .bind("$24", invites == null ? "" : invites.whose().name())
                .bind("$25", invites == null ? 0 : invites.places());
    }

    private Mono<Void> tell(NoticeMoved moved) {
        return database.sql(TELL)
                .bind("$1", moved.after().community().value())
                .bind("$2", moved.after().id())
                .bind("$3", moved.at().atOffset(UTC))
                .bind("$4", moved.what())
                .bind("$5", moved.by())
                .then();
    }

    private static Parameter text(@Nullable String text) {
        return text == null ? Parameters.in(String.class) : Parameters.in(text);
    }

    private static Parameter time(@Nullable Instant at) {
        return at == null ? Parameters.in(OffsetDateTime.class) : Parameters.in(at.atOffset(UTC));
    }
}
