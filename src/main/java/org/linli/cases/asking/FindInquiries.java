package org.linli.cases.asking;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.linli.cases.Neighbour;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What neighbours were asked.
@Component
public class FindInquiries {

    /// Called done, and nobody was asked about it yet.
    private static final String DUE = """
            select c.community_id, c.number from cases.cases c
            where c.state in ('RESOLVED', 'RATED') and c.resolved_at > $1 and not exists (
              select from cases.inquiries i where i.community_id = c.community_id and i.number = c.number
                and i.resolved_at = c.resolved_at)
            order by c.resolved_at limit $2""";

    private static final String LATEST = """
            select i.resolved_at, a.address, a.resident, a.fixed from cases.inquiries i
            left join cases.asked a using (community_id, number, resolved_at)
            where i.community_id = $1 and i.number = $2 and i.resolved_at = (
              select max(resolved_at) from cases.inquiries where community_id = $1 and number = $2)
            order by a.address""";

    private static final String OF_LATE = """
            select resident, count(*)::int as times from cases.asked
            where community_id = $1 and resident = any($2) and asked_at > $3 group by resident""";

    private static final String WAITING = """
            select number, asked_at from cases.asked
            where community_id = $1 and (address = $2 or resident = $3) and fixed is null and asked_at > $4
            order by asked_at desc limit 1""";

    record Due(CommunityId community, String number) {}

    /// A case about which somebody was asked.
    public record Waiting(String number, Instant at) {}

    private record Row(Instant resolvedAt, List<Inquiry.Asked> asked) {}

    private final DatabaseClient database;

    FindInquiries(DatabaseClient database) {
        this.database = database;
    }

    /// The earliest first.
    Flux<Due> due(Instant since, int most) {
        return database.sql(DUE)
                .bind(0, since.atOffset(UTC))
                .bind(1, most)
                .map(row -> new Due(new CommunityId(text(row, "community_id")), text(row, "number")))
                .all();
    }

    /// About the last time that it was called done. Empty where nobody looked for neighbours yet.
    public Mono<Inquiry> latest(CommunityId community, String number) {
        return database.sql(LATEST)
                .bind(0, community.value())
                .bind(1, number)
                .map(FindInquiries::row)
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(rows -> new Inquiry(
                        community,
                        number,
                        rows.getFirst().resolvedAt(),
                        rows.stream().flatMap(it -> it.asked().stream()).toList()));
    }

    /// How often each of these residents was asked since then. Never empty; who was not asked is missing.
    Mono<Map<String, Integer>> ofLate(CommunityId community, List<String> residents, Instant since) {
        return database.sql(OF_LATE)
                .bind(0, community.value())
                .bind(1, residents.toArray(String[]::new))
                .bind(2, since.atOffset(UTC))
                .map(row -> Map.entry(text(row, "resident"), integer(row, "times")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /// The case about which this person was asked last and has not answered. Empty where there is none.
    Mono<Waiting> waitingFor(CommunityId community, Neighbour who, Instant since) {
        return database.sql(WAITING)
                .bind(0, community.value())
                .bind(1, who.address().text())
                .bind(2, who.resident() == null ? "" : who.resident())
                .bind(3, since.atOffset(UTC))
                .map(row -> new Waiting(text(row, "number"), instant(row, "asked_at")))
                .one();
    }

    private static Row row(Readable row) {
        String text = row.get("address", String.class);
        if (text == null) {
            return new Row(instant(row, "resolved_at"), List.of());
        }
        var address = Address.parse(text);
        var who = new Neighbour(row.get("resident", String.class), address, null, address);
        return new Row(instant(row, "resolved_at"), List.of(new Inquiry.Asked(who, row.get("fixed", Boolean.class))));
    }
}
