package org.linli.cases.behalf;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.linli.cases.Way;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What was entered for others, and whom staff has to tell something.
@Component
public class FindOnBehalf {

    /// After so long nobody expects to be called.
    private static final Duration CALLED_WITHIN = Duration.ofDays(180);

    private static final int MOST = 200;

    /// What was written to the residents since this person was told something.
    private static final String NEWS = """
            exists (select from cases.steps s
              where s.community_id = b.community_id and s.number = b.number and s.at > b.told_at
                and s.kind in ('ANSWERED', 'ASKED', 'DELAYED', 'RESOLVED', 'REOPENED', 'RETURNED', 'PASSED_ON'))""";

    /// @param hasNews whether something was written to the residents that this person does not know
    public record Line(OnBehalf it, boolean hasNews) {}

    private final DatabaseClient database;
    private final KeptCallers callers;
    private final Clock clock;

    FindOnBehalf(DatabaseClient database, KeptCallers callers, Clock clock) {
        this.database = database;
        this.callers = callers;
        this.clock = clock;
    }

    /// The case of a form. Empty where it was not handed in yet.
    public Mono<String> number(CommunityId community, String occasion) {
        return database.sql("select number from cases.on_behalf where community_id = $1 and occasion = $2")
                .bind(0, community.value())
                .bind(1, occasion)
                .mapValue(String.class)
                .one();
    }

    /// The cases that were entered for somebody with this telephone, of the last months.
    public Flux<String> numbersOf(CommunityId community, String phone) {
        return phone.isEmpty()
                ? Flux.empty()
                : database.sql(
                                "select distinct number from cases.on_behalf where community_id = :community and at > :since and "
                                        + KeptCallers.SAME_PHONE)
                        .bind("community", community.value())
                        .bind("phone", phone)
                        .bind("prints", callers.prints(community, phone))
                        .bind("since", clock.instant().minus(CALLED_WITHIN).atOffset(ZoneOffset.UTC))
                        .mapValue(String.class)
                        .all();
    }

    /// The earliest first; mostly none.
    public Flux<Line> ofCase(CommunityId community, String number) {
        return database.sql("select b.*, " + NEWS + """
                         as has_news from cases.on_behalf b
                        where b.community_id = $1 and b.number = $2 order by b.at limit 50""")
                .bind(0, community.value())
                .bind(1, number)
                .map(this::line)
                .all();
    }

    /// Whom no channel reaches and who does not know the latest yet; the longest waiting first.
    public Flux<OnBehalf> toCall(CommunityId community) {
        return database.sql("""
                        select b.* from cases.on_behalf b
                        where b.community_id = $1 and b.at > $2 and b.may_contact
                          and starts_with(b.address, 'by-hand:') and """ + " " + NEWS + " order by b.told_at limit " + MOST)
                .bind(0, community.value())
                .bind(1, clock.instant().minus(CALLED_WITHIN).atOffset(ZoneOffset.UTC))
                .map(this::read)
                .all();
    }

    private Line line(Readable row) {
        return new Line(read(row), Boolean.TRUE.equals(row.get("has_news", Boolean.class)));
    }

    private OnBehalf read(Readable row) {
        return new OnBehalf(
                new CommunityId(text(row, "community_id")),
                text(row, "occasion"),
                text(row, "number"),
                Way.valueOf(text(row, "way")),
                text(row, "by_id"),
                instant(row, "at"),
                Address.parse(text(row, "address")),
                new Caller(
                        row.get("resident", String.class),
                        callers.name(row),
                        callers.phone(row),
                        Boolean.TRUE.equals(row.get("may_contact", Boolean.class))),
                instant(row, "told_at"));
    }
}
