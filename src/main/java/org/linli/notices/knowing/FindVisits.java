package org.linli.notices.knowing;

import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Resident;
import org.linli.community.StaffMember;
import org.linli.community.choosing.ChooseResidents;
import org.linli.community.choosing.Chosen;
import org.linli.notices.Notice;
import org.linli.notices.knowing.VisitList.Missed;
import org.linli.notices.sending.Fate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Finds whom a notice did not reach.
@Component
public class FindVisits {

    /// Those who got a letter, or read the group, and did not say so.
    private static final Set<Fate> SILENT = EnumSet.of(Fate.POSTED, Fate.ACCEPTED, Fate.DELIVERED, Fate.IN_GROUP);

    private final DatabaseClient database;
    private final Communities communities;
    private final ChooseResidents residents;

    FindVisits(DatabaseClient database, Communities communities, ChooseResidents residents) {
        this.database = database;
        this.communities = communities;
        this.residents = residents;
    }

    /// Those at whose door this member may knock: all, for whom the whole community is theirs to look after, otherwise
    /// those of the own unit's places. Never empty; there may be nobody.
    ///
    /// @param silent whether those are meant too who gave no sign of life
    public Mono<VisitList> of(Notice notice, StaffMember member, boolean silent) {
        return communities
                .map(notice.community())
                .flatMap(map -> missed(notice, silent)
                        .map(all -> all.stream()
                                .filter(it -> isTheirs(it.home(), member, map))
                                .toList())
                        .flatMap(missed -> names(notice, missed).map(names -> VisitList.of(missed, names, map))));
    }

    /// Whether this member may knock at the door of somebody whom it was for. Never empty.
    public Mono<Boolean> mayKnock(Notice notice, StaffMember member, String whom) {
        return Mono.zip(home(notice, whom), communities.map(notice.community()))
                .map(found -> isTheirs(found.getT1(), member, found.getT2()))
                .defaultIfEmpty(false);
    }

    private Mono<String> home(Notice notice, String whom) {
        return database.sql("select home from notices.recipients where community_id = $1 and notice = $2 and who = $3")
                .bind("$1", notice.community().value())
                .bind("$2", notice.id())
                .bind("$3", whom)
                .map(row -> text(row, "home"))
                .one();
    }

    private Mono<List<Missed>> missed(Notice notice, boolean silent) {
        return database.sql("""
                        select r.who, r.home, r.fate, v.outcome from notices.recipients r
                        left join lateral (
                            select outcome from notices.visits v
                            where v.community_id = r.community_id and v.notice = r.notice and v.who = r.who
                            order by at desc limit 1) v on true
                        where r.community_id = $1 and r.notice = $2 and not starts_with(r.who, 'group:')
                          and (r.fate = any($3) or v.outcome is not null)""")
                .bind("$1", notice.community().value())
                .bind("$2", notice.id())
                .bind("$3", fates(silent))
                .map(FindVisits::row)
                .all()
                .collectList();
    }

    private static String[] fates(boolean silent) {
        return EnumSet.allOf(Fate.class).stream()
                .filter(it -> it.isMissed() || silent && SILENT.contains(it))
                .map(Fate::name)
                .toArray(String[]::new);
    }

    private Mono<Map<String, String>> names(Notice notice, List<Missed> missed) {
        return residents
                .these(notice.community(), missed.stream().map(Missed::who).toList())
                .map(Chosen::resident)
                .collectMap(Resident::id, it -> Objects.requireNonNullElse(it.name(), ""));
    }

    private static boolean isTheirs(String at, StaffMember member, CommunityMap map) {
        return member.seesEverything()
                || map.unit(member.unit()).stream()
                        .flatMap(unit -> unit.places().stream())
                        .anyMatch(place -> map.place(at)
                                .filter(home -> map.isWithin(home, place))
                                .isPresent());
    }

    private static Missed row(Readable row) {
        return new Missed(
                text(row, "who"),
                text(row, "home"),
                Fate.valueOf(text(row, "fate")),
                Optional.ofNullable(row.get("outcome", String.class))
                        .map(Visited.Outcome::valueOf)
                        .orElse(null));
    }
}
