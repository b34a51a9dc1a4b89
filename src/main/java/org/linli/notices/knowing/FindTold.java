package org.linli.notices.knowing;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Resident;
import org.linli.notices.sending.Fate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Which notices somebody was told.
@Component
public class FindTold {

    /// What is older is not what "got it" means.
    private static final Duration RECENT = Duration.ofDays(7);

    private final DatabaseClient database;
    private final Clock clock;

    FindTold(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The ids of what this resident was told in the last seven days, the latest first. Empty where it was nothing.
    public Flux<String> recently(Resident resident) {
        return database.sql("""
                        select r.notice from notices.recipients r
                        join notices.notices n on n.community_id = r.community_id and n.id = r.notice
                        where r.community_id = $1 and r.who = $2 and r.changed_at > $3 and (r.letters > 0 or r.via <> '')
                          and n.state = 'APPROVED' and r.fate not in ('TAKEN_BACK', 'TOO_LATE', 'UNWANTED')
                        order by r.posted_at desc nulls last, r.changed_at desc limit 20""")
                .bind("$1", resident.community().value())
                .bind("$2", resident.id())
                .bind("$3", clock.instant().minus(RECENT).atOffset(UTC))
                .map(row -> text(row, "notice"))
                .all();
    }

    /// That this resident, and all of the household, know of the latest of them. Empty where there is none.
    public Mono<Confirmed> latest(Resident resident, CommunityMap map) {
        return recently(resident)
                .next()
                .map(notice -> new Confirmed(
                        resident.community(), notice, resident.id(), household(resident, map), Fate.CONFIRMED));
    }

    /// The home, when it is a single one and not a whole building; otherwise empty.
    public static String household(Resident resident, CommunityMap map) {
        String home = resident.home();
        return home == null
                ? ""
                : map.place(home)
                        .filter(it -> it.kind() == Place.Kind.ROOM)
                        .map(Place::id)
                        .orElse("");
    }
}
