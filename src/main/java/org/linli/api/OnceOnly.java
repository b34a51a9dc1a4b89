package org.linli.api;

import static java.util.Objects.requireNonNull;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.api.Refusal.Type;
import org.linli.keys.Secret;
import org.linli.platform.signing.HmacSha256;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Does what a call asks for once, however often it is made with the same `Idempotency-Key`: within a day the first
/// answer is given again, refusals too. Another call under the same key is refused, and so is one while the first is
/// still worked on. After a failure, or when who worked on it died, the same call is done anew.
@Component
class OnceOnly {

    static final String HEADER = "Idempotency-Key";

    private static final Parameter NOTHING = Parameters.in(R2dbcType.VARCHAR);
    private static final Duration LEASE = Duration.ofMinutes(1);

    /// A call by its key and what it asks for.
    ///
    /// @param print of method, path and body, by the secret of the client: the database alone tells nobody
    /// @param former as calls of the version before were printed, of which those of a day may come again
    record Call(Client client, String key, String print, String former) {

        static Call of(Client client, ServerHttpRequest request, String body) {
            String key = request.getHeaders().getFirst(HEADER);
            if (key == null || !key.matches("[\\x21-\\x7e]{1,255}")) {
                throw Refusal.of(Type.NO_IDEMPOTENCY_KEY);
            }
            String method = request.getMethod().name();
            String print = Secret.print(List.of(method, request.getPath().value(), body));
            return new Call(client, key, bySecret(request).hex(print), print);
        }

        private static HmacSha256 bySecret(ServerHttpRequest request) {
            return HmacSha256.with(
                    requireNonNull(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION), "signed in"));
        }

        /// Names what is done by it for ever.
        String occasion() {
            return Secret.print(List.of(client.key().id(), key));
        }

        /// The same as an id of what is made by it.
        UUID id() {
            return UUID.nameUUIDFromBytes(occasion().getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Kept(
            String print,
            @Nullable Integer status,
            @Nullable String body) {}

    private final DatabaseClient database;
    private final KeptSecrets secrets;
    private final TellProblems problems;
    private final Clock clock;

    OnceOnly(DatabaseClient database, KeptSecrets secrets, TellProblems problems, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.problems = problems;
        this.clock = clock;
    }

    /// Never empty. Signals [Refusal] where the key was used for something else, or is being worked on.
    Mono<Answer> answer(Call call, Supplier<Mono<Answer>> work) {
        return Mono.defer(() -> begin(call, clock.instant())).flatMap(mine -> mine ? work(call, work) : before(call));
    }

    private Mono<Answer> work(Call call, Supplier<Mono<Answer>> work) {
        return Mono.defer(work)
                .onErrorResume(Refusal.class, it -> Mono.just(problems.answer(it)))
                .delayUntil(answer -> keep(call, answer))
                .onErrorResume(failed -> release(call).then(Mono.error(failed)));
    }

    private Mono<Boolean> begin(Call call, Instant now) {
        return of(call, """
            insert into api.calls as c (community_id, client, key, print, at) values ($1, $2, $3, $4, $5)
            on conflict (community_id, client, key) do update set at = excluded.at
            where c.status is null and c.print in (excluded.print, $7) and c.at < $6""")
                .bind(3, call.print())
                .bind(4, at(now))
                .bind(5, at(now.minus(LEASE)))
                .bind(6, call.former())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private Mono<Answer> before(Call call) {
        return of(call, "select * from api.calls where community_id = $1 and client = $2 and key = $3")
                .map(row -> new Kept(text(row, "print"), row.get("status", Integer.class), secrets.body(row)))
                .one()
                .map(kept -> answer(call, kept))
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.IN_PROGRESS)));
    }

    private static Answer answer(Call call, Kept kept) {
        if (!kept.print().equals(call.print()) && !kept.print().equals(call.former())) {
            throw Refusal.of(Type.OTHER_BODY);
        }
        if (kept.status() == null || kept.body() == null) {
            throw Refusal.of(Type.IN_PROGRESS);
        }
        return new Answer(kept.status(), kept.body(), false);
    }

    private Mono<Void> keep(Call call, Answer answer) {
        return of(call, """
            update api.calls set status = $4, body = $5, secret = $6
            where community_id = $1 and client = $2 and key = $3""")
                .bind(3, answer.status())
                .bind(4, answer.secret() ? NOTHING : Parameters.in(answer.body()))
                .bind(5, answer.secret() ? Parameters.in(secrets.sealed(call, answer)) : NOTHING)
                .then();
    }

    private Mono<Void> release(Call call) {
        return of(call, """
            delete from api.calls
            where community_id = $1 and client = $2 and key = $3 and status is null""").then();
    }

    private DatabaseClient.GenericExecuteSpec of(Call call, String sql) {
        return database.sql(sql)
                .bind(0, call.client().key().community().value())
                .bind(1, call.client().key().id())
                .bind(2, call.key());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
