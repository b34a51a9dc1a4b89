package org.linli.notices.asking;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.channels.Address;
import org.linli.notices.Notice;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What was asked about notices, until [ForgetQuestions].
@Component
public class Questions {

    /// How far back what was asked before a notice belongs to it.
    static final Duration BEFORE = Duration.ofHours(24);

    private static final int MOST = 2_000;

    private final DatabaseClient database;
    private final Clock clock;

    Questions(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Whether this notice answered somebody in that group since then. Never empty.
    public Mono<Boolean> answered(CommunityId community, Address group, String notice, Instant since) {
        return database.sql("""
            select exists (select from notices.asked
            where community_id = $1 and said_in = $2 and notice = $3 and at > $4) as answered""")
                .bind("$1", community.value())
                .bind("$2", group.text())
                .bind("$3", notice)
                .bind("$4", since.atOffset(UTC))
                .map(row -> Boolean.TRUE.equals(row.get("answered", Boolean.class)))
                .one();
    }

    /// What was asked about its matter from a day before it left until now. Never empty.
    public Mono<Curve> around(Notice notice) {
        var left = notice.sendAt() == null ? clock.instant() : notice.sendAt();
        return database.sql("""
                        select notice, words, at from notices.asked
                        where community_id = $1 and at > $2 and notice in ('', $3) and words <> '' order by at limit $4""")
                .bind("$1", notice.community().value())
                .bind("$2", left.minus(BEFORE).atOffset(UTC))
                .bind("$3", notice.id())
                .bind("$4", MOST)
                .map(row -> new Asked(text(row, "notice"), text(row, "words"), instant(row, "at")))
                .all()
                .filter(it -> !it.notice().isEmpty() || Matter.common(notice.wording(), it.words()) > 0)
                .map(Asked::at)
                .collectList()
                .map(times -> Curve.of(times, left, clock.instant()));
    }

    private record Asked(String notice, String words, Instant at) {}

    /// Whether the questions stopped.
    ///
    /// @param before how many came in the day before it left
    /// @param after  how many since
    /// @param quiet  whether nobody has asked for two hours
    public record Curve(long before, long after, boolean quiet) {

        private static final Duration QUIET = Duration.ofHours(2);

        static Curve of(List<Instant> times, Instant left, Instant now) {
            long before = times.stream().filter(it -> it.isBefore(left)).count();
            boolean quiet = times.stream().noneMatch(it -> it.isAfter(now.minus(QUIET)));
            return new Curve(before, times.size() - before, quiet);
        }
    }
}
