package org.linli.channels.wecom.contact;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.linli.channels.Receipt;
import org.linli.platform.database.Committed;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What owners of groups have been asked to send.
@Component
class GroupTasks {

    private static final Logger LOG = LoggerFactory.getLogger(GroupTasks.class);
    /// Between two looks at the same task; claiming it puts off the next one, so that replicas do not look twice.
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    private static final int MOST = 50;

    private static final String CLAIM = """
            with due as (
                select account, receipt, chat from contact.tasks
                where account = any($1) and ended_at is null and next_at <= $2
                order by next_at limit $4 for update skip locked)
            update contact.tasks t set next_at = $3
            from due where t.account = due.account and t.receipt = due.receipt and t.chat = due.chat
            returning t.account, t.receipt, t.chat, t.sender, t.created_at, t.reminders, t.reminded_at
            """;

    private static final String WAITING = """
            select t.account, t.receipt, t.chat, t.sender, t.created_at, t.reminders, t.reminded_at,
              coalesce(g.name, '') as name
            from contact.tasks t left join contact.groups g using (account, chat)
            where t.account = any($1) and t.ended_at is null
            order by t.created_at limit 200
            """;

    /// @param sender    who has to confirm it
    /// @param reminders how often they were reminded at all
    record Task(
            String account,
            String receipt,
            String chat,
            String sender,
            Instant createdAt,
            int reminders,
            Reminders latest) {}

    private final DatabaseClient database;
    private final Clock clock;

    GroupTasks(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Never an error: the platform has the task already. What is not noted here is not followed.
    Mono<Void> add(String account, Receipt receipt, String chat, String sender) {
        return database.sql("""
                        insert into contact.tasks (account, receipt, chat, sender, created_at, next_at)
                        values ($1, $2, $3, $4, $5, $6) on conflict do nothing""")
                .bind("$1", account)
                .bind("$2", receipt.platformId())
                .bind("$3", chat)
                .bind("$4", sender)
                .bind("$5", clock.instant().atOffset(UTC))
                .bind("$6", clock.instant().plus(BETWEEN_LOOKS).atOffset(UTC))
                .then()
                .onErrorResume(error -> {
                    LOG.warn("a task of '{}' is not followed: {}", account, Failed.briefly(error));
                    return Mono.empty();
                });
    }

    Flux<Task> claim(List<String> accounts) {
        var now = clock.instant();
        return database.sql(CLAIM)
                .bind("$1", accounts.toArray(String[]::new))
                .bind("$2", now.atOffset(UTC))
                .bind("$3", now.plus(BETWEEN_LOOKS).atOffset(UTC))
                .bind("$4", MOST)
                .map(GroupTasks::task)
                .all()
                .as(Committed::rows);
    }

    /// A task, and what its group is called as far as we know.
    record Waiting(Task task, String groupName) {}

    /// Those that nobody has confirmed yet, the oldest first.
    Flux<Waiting> waiting(List<String> accounts) {
        return database.sql(WAITING)
                .bind("$1", accounts.toArray(String[]::new))
                .map(row -> new Waiting(task(row), text(row, "name")))
                .all();
    }

    Mono<Void> ended(Task task) {
        return database.sql("update contact.tasks set ended_at = $4 where account = $1 and receipt = $2 and chat = $3")
                .bind("$1", task.account())
                .bind("$2", task.receipt())
                .bind("$3", task.chat())
                .bind("$4", clock.instant().atOffset(UTC))
                .then();
    }

    /// Before the platform is asked, so that of several replicas and people one counts. Empty where somebody else was
    /// first, or the platform would have enough.
    Mono<Task> remind(Task task) {
        var now = clock.instant();
        return task.latest().mayBeOneMore(now)
                ? database.sql("""
                                update contact.tasks set reminders = reminders + 1, reminded_at = $5
                                where account = $1 and receipt = $2 and chat = $3 and reminders = $4
                                  and ended_at is null""")
                        .bind("$1", task.account())
                        .bind("$2", task.receipt())
                        .bind("$3", task.chat())
                        .bind("$4", task.reminders())
                        .bind("$5", times(task.latest().and(now)))
                        .fetch()
                        .rowsUpdated()
                        .filter(rows -> rows == 1)
                        .map(_ -> task)
                : Mono.empty();
    }

    private static OffsetDateTime[] times(Reminders it) {
        return it.at().stream().map(at -> at.atOffset(UTC)).toArray(OffsetDateTime[]::new);
    }

    private static Reminders latest(Readable row) {
        var times = Objects.requireNonNull(row.get("reminded_at", OffsetDateTime[].class));
        return new Reminders(Stream.of(times).map(OffsetDateTime::toInstant).toList());
    }

    private static Task task(Readable row) {
        return new Task(
                text(row, "account"),
                text(row, "receipt"),
                text(row, "chat"),
                text(row, "sender"),
                instant(row, "created_at"),
                integer(row, "reminders"),
                latest(row));
    }
}
