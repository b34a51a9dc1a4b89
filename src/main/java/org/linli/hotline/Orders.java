package org.linli.hotline;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The hotline's work orders, each with the case that answers it.
@Component
public class Orders implements KeepsSealed {

    static final SealedColumn CALLER = new SealedColumn("hotline.orders", "caller", "community_id", "number");
    static final SealedColumn PHONE = new SealedColumn("hotline.orders", "phone", "community_id", "number");

    public static final int PAGE = 20;

    private static final String LATER_OF_ALL = """
            select * from hotline.orders where community_id = $1
              and received_at <= $3 and (received_at < $3 or number > $4)
            order by received_at desc, number limit $2""";

    private static final String LATER_OF_OPEN = """
            select * from hotline.orders where community_id = $1 and case_number is null
              and (coalesce(due_at, 'infinity'), received_at, number) > (coalesce($5, 'infinity'), $3, $4)
            order by due_at nulls last, received_at, number limit $2""";

    private static final Parameter NEVER = Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE);

    /// @param caseNumber of the case that answers it; `null` until staff has said which
    public record Known(WorkOrder it, @Nullable String caseNumber) {}

    /// Where a page ends, by what orders are ordered by.
    ///
    /// @param dueAt of the order there; `null` where the hotline sent none
    public record Place(@Nullable Instant dueAt, Instant receivedAt, String number) {

        public static Place of(WorkOrder it) {
            return new Place(it.dueAt(), it.receivedAt(), it.number());
        }
    }

    private final DatabaseClient database;
    private final Sealing sealing;

    Orders(DatabaseClient database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(CALLER, PHONE);
    }

    /// Empty where the hotline never sent it.
    public Mono<Known> one(CommunityId community, String number) {
        return database.sql("select * from hotline.orders where community_id = $1 and number = $2")
                .bind(0, community.value())
                .bind(1, number)
                .map(this::read)
                .one();
    }

    /// Those that nobody has settled, the hotline's earliest deadline first; or all, the latest first.
    ///
    /// @param page from 0
    public Flux<Known> page(CommunityId community, boolean settledToo, int page) {
        String which = settledToo
                ? "order by received_at desc, number"
                : "and case_number is null order by due_at nulls last, received_at, number";
        return database.sql("select * from hotline.orders where community_id = $1 " + which + " limit $2 offset $3")
                .bind(0, community.value())
                .bind(1, PAGE + 1)
                .bind(2, page * PAGE)
                .map(this::read)
                .all();
    }

    /// The same after the order that stood there, whatever was settled meanwhile.
    ///
    /// @param after `null`: from the beginning
    public Flux<Known> after(CommunityId community, boolean settledToo, @Nullable Place after) {
        if (after == null) {
            return page(community, settledToo, 0);
        }
        var later = database.sql(settledToo ? LATER_OF_ALL : LATER_OF_OPEN)
                .bind(0, community.value())
                .bind(1, PAGE + 1)
                .bind(2, after.receivedAt().atOffset(ZoneOffset.UTC))
                .bind(3, after.number());
        return (settledToo ? later : later.bind(4, due(after))).map(this::read).all();
    }

    private static Parameter due(Place it) {
        var due = it.dueAt();
        return due == null ? NEVER : Parameters.in(due.atOffset(ZoneOffset.UTC));
    }

    /// Those that a case answers, for the way back; the latest first.
    public Flux<Known> settled(CommunityId community, int most) {
        return database.sql("""
                        select * from hotline.orders where community_id = $1 and case_number is not null
                        order by received_at desc, number limit $2""")
                .bind(0, community.value())
                .bind(1, most)
                .map(this::read)
                .all();
    }

    /// Which orders one case answers; mostly none.
    public Flux<WorkOrder> ofCase(CommunityId community, String caseNumber) {
        return database.sql("select * from hotline.orders where community_id = $1 and case_number = $2 order by number")
                .bind(0, community.value())
                .bind(1, caseNumber)
                .map(this::read)
                .all()
                .map(Known::it);
    }

    /// Those of them that the hotline has sent before, by their numbers. Never empty.
    Mono<Map<String, WorkOrder>> known(CommunityId community, Collection<String> numbers) {
        return database.sql("select * from hotline.orders where community_id = $1 and number = any($2)")
                .bind(0, community.value())
                .bind(1, numbers.toArray(String[]::new))
                .map(this::read)
                .all()
                .collectMap(it -> it.it().number(), Known::it);
    }

    private Known read(Readable row) {
        return new Known(
                new WorkOrder(
                        text(row, "number"),
                        text(row, "words"),
                        text(row, "place"),
                        opened(CALLER, row),
                        opened(PHONE, row),
                        text(row, "category"),
                        instant(row, "received_at"),
                        instantOrNull(row, "due_at")),
                row.get("case_number", String.class));
    }

    private String opened(SealedColumn column, Readable row) {
        return sealing.open(column, text(row, column.column()), text(row, "community_id"), text(row, "number"));
    }
}
