package org.linli.channels.wecom.kf;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Codes with which somebody who only looked in may be greeted, once.
@Component
class Welcomes {

    /// The platform's page "发送欢迎语等事件响应消息".
    static final Duration LASTS = Duration.ofSeconds(20);

    private final DatabaseClient database;
    private final Clock clock;

    Welcomes(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> keep(String desk, String person, String code, Instant givenAt) {
        return database.sql("""
                        insert into kf.welcomes (desk, person, code, until) values ($1, $2, $3, $4)
                        on conflict (desk, person) do update set code = excluded.code, until = excluded.until""")
                .bind("$1", desk)
                .bind("$2", person)
                .bind("$3", code)
                .bind("$4", givenAt.plus(LASTS).atOffset(UTC))
                .then();
    }

    /// The code, which nobody else can take any more. Empty where there is none, or it is too old.
    Mono<String> take(String desk, String person) {
        return database.sql(
                        "delete from kf.welcomes where desk = $1 and person = $2 returning code, until > $3 as good")
                .bind("$1", desk)
                .bind("$2", person)
                .bind("$3", clock.instant().atOffset(UTC))
                .map(row -> Boolean.TRUE.equals(row.get("good", Boolean.class))
                        ? Objects.requireNonNull(row.get("code", String.class))
                        : "")
                .one()
                .filter(code -> !code.isEmpty());
    }
}
