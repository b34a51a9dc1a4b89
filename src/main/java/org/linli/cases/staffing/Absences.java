package org.linli.cases.staffing;

import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.community.StandIns;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who is away, as staff enters it. Every report asks, so what was found holds for some seconds.
@Component
public class Absences implements StandIns {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration HOLDS = Duration.ofSeconds(3);

    private final Map<CommunityId, Mono<List<Absence>>> known = new ConcurrentHashMap<>();
    private final DatabaseClient database;
    private final Clock clock;

    Absences(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Never empty.
    public Mono<Presence> today(CommunityId community) {
        return known.computeIfAbsent(
                        community,
                        it -> current(it).collectList().cache(_ -> HOLDS, _ -> Duration.ZERO, () -> Duration.ZERO))
                .map(absences -> presence(absences, LocalDate.ofInstant(clock.instant(), ZONE)));
    }

    @Override
    public Mono<CommunityMap> told(CommunityMap map) {
        return today(map.id()).map(presence -> presence.told(map));
    }

    /// Those that are not over, the earliest first.
    public Flux<Absence> current(CommunityId community) {
        return database.sql("""
                        select id, staff, from_day, until_day, substitute from cases.absences
                        where community_id = $1 and until_day >= $2 order by from_day, staff, id""")
                .bind(0, community.value())
                .bind(1, LocalDate.ofInstant(clock.instant(), ZONE))
                .map(Absences::read)
                .all();
    }

    /// Entered twice under the same id, it is entered once.
    public Mono<Void> add(StaffMember by, Absence it) {
        var sql = database.sql("""
                        insert into cases.absences (community_id, id, staff, from_day, until_day, substitute, entered_by, entered_at)
                        values ($1, $2, $3, $4, $5, nullif($6, ''), $7, $8) on conflict do nothing""")
                .bind(0, by.community().value())
                .bind(1, it.id())
                .bind(2, it.staff())
                .bind(3, it.from())
                .bind(4, it.until())
                .bind(5, Objects.requireNonNullElse(it.substitute(), ""))
                .bind(6, by.id())
                .bind(7, clock.instant().atOffset(ZoneOffset.UTC));
        return sql.then().doOnSuccess(_ -> known.remove(by.community()));
    }

    /// Back again.
    public Mono<Void> forget(StaffMember by, String id) {
        return database.sql("delete from cases.absences where community_id = $1 and id = $2")
                .bind(0, by.community().value())
                .bind(1, id)
                .then()
                .doOnSuccess(_ -> known.remove(by.community()));
    }

    static Presence presence(List<Absence> absences, LocalDate day) {
        var now = absences.stream().filter(it -> it.isOn(day)).toList();
        return new Presence(
                now.stream().map(Absence::staff).collect(Collectors.toSet()),
                now.stream()
                        .filter(it -> it.substitute() != null)
                        .collect(Collectors.toMap(
                                Absence::staff, it -> Objects.requireNonNull(it.substitute()), (one, _) -> one)));
    }

    private static Absence read(Readable row) {
        return new Absence(
                text(row, "id"),
                text(row, "staff"),
                Objects.requireNonNull(row.get("from_day", LocalDate.class)),
                Objects.requireNonNull(row.get("until_day", LocalDate.class)),
                row.get("substitute", String.class));
    }
}
