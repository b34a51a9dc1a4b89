package org.linli.cases;

import java.util.Comparator;
import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes all cases that open at one moment: their spots first, which is where two neighbours meet.
@Component
@Order(10)
class WriteOpenedCases implements WriteEffects<CaseOpened> {

    /// Raises each spot from the version that was seen. A spot that was never used begins at zero.
    private static final String RAISE_SPOTS = """
            insert into cases.spots as known (community_id, spot, label, version)
            select community_id, spot, label, seen + 1
            from unnest($1::text[], $2::text[], $3::text[], $4::int8[]) as it (community_id, spot, label, seen)
            order by community_id, spot, label
            on conflict (community_id, spot, label) do update set version = excluded.version
            where known.version = excluded.version - 1""";

    private static final String ADD_CASES = """
            insert into cases.cases (community_id, number, label, place, spot, detail, words, reporter, reporter_address,
              reporter_group, reporter_privately, state, is_open, unit, assignee, due_at, opened_at, resolved_at,
              stars, rating_words, version, kind, workflow, waiting_since, passed, priority)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
              $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::bool[], $14::text[], $15::text[],
              $16::timestamptz[], $17::timestamptz[], $18::timestamptz[], $19::int4[], $20::text[], $21::int8[],
              $22::text[], $23::int4[], $24::timestamptz[], $25::int4[],
              $26::text[])
            order by 1, 2""";

    private final DatabaseClient database;
    private final AddSteps steps;
    private final TellTheDesk desk;

    WriteOpenedCases(DatabaseClient database, AddSteps steps, TellTheDesk desk) {
        this.database = database;
        this.steps = steps;
        this.desk = desk;
    }

    @Override
    public Class<CaseOpened> kind() {
        return CaseOpened.class;
    }

    @Override
    public Mono<Void> write(List<CaseOpened> effects) {
        var sorted = effects.stream()
                .sorted(Comparator.comparing(it -> it.opened().number()))
                .toList();
        var history = sorted.stream().flatMap(it -> it.history().stream()).toList();
        return raiseSpots(sorted.stream()
                        .filter(it -> !it.opened().problem().spot().isEmpty())
                        .toList())
                .then(Mono.defer(
                        () -> addCases(sorted.stream().map(CaseOpened::opened).toList())))
                .then(Mono.defer(() -> steps.add(history)))
                .then(Mono.defer(() -> desk.afterCommit(history)));
    }

    /// Without a place there is nowhere to meet.
    private Mono<Void> raiseSpots(List<CaseOpened> opened) {
        if (opened.isEmpty()) {
            return Mono.empty();
        }
        if (opened.stream().map(WriteOpenedCases::spot).distinct().count() < opened.size()) {
            return Mono.error(() -> new Conflict("a spot where two cases open at once"));
        }
        return database.sql(RAISE_SPOTS)
                .bind(0, Column.texts(opened, it -> it.opened().community().value()))
                .bind(1, Column.texts(opened, it -> it.opened().problem().spot()))
                .bind(2, Column.texts(opened, it -> it.opened().problem().label()))
                .bind(3, Column.longs(opened, CaseOpened::seen))
                .fetch()
                .rowsUpdated()
                .flatMap(raised -> raised == opened.size()
                        ? Mono.empty()
                        : Mono.error(() -> new Conflict("a spot where a case opened")));
    }

    private static List<String> spot(CaseOpened it) {
        return List.of(
                it.opened().community().value(),
                it.opened().problem().spot(),
                it.opened().problem().label());
    }

    private Mono<Void> addCases(List<Case> cases) {
        return CaseColumns.bind(database.sql(ADD_CASES), cases).then();
    }
}
