package org.linli.cases.asking;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes what neighbours answer, each on the answers that they were counted with.
@Component
@Order(18)
class WriteAnswers implements WriteEffects<NeighbourAnswered> {

    private static final String COUNT = """
            update cases.inquiries set answers = answers + 1
            where community_id = $1 and number = $2 and resolved_at = $3 and answers = $4""";

    private static final String ANSWER = """
            update cases.asked set fixed = $5, answered_at = $6
            where community_id = $1 and number = $2 and resolved_at = $3 and address = $4 and fixed is null""";

    private final DatabaseClient database;

    WriteAnswers(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<NeighbourAnswered> kind() {
        return NeighbourAnswered.class;
    }

    @Override
    public Mono<Void> write(List<NeighbourAnswered> effects) {
        return Flux.fromIterable(effects)
                .concatMap(it -> count(it).then(Mono.defer(() -> answer(it))))
                .then();
    }

    private Mono<Void> count(NeighbourAnswered it) {
        return once(database.sql(COUNT)
                .bind(0, it.before().community().value())
                .bind(1, it.before().number())
                .bind(2, it.before().resolvedAt().atOffset(UTC))
                .bind(3, it.answers()));
    }

    private Mono<Void> answer(NeighbourAnswered it) {
        return once(database.sql(ANSWER)
                .bind(0, it.before().community().value())
                .bind(1, it.before().number())
                .bind(2, it.before().resolvedAt().atOffset(UTC))
                .bind(3, it.who().who().address().text())
                .bind(4, it.fixed())
                .bind(5, it.at().atOffset(UTC)));
    }

    private static Mono<Void> once(DatabaseClient.GenericExecuteSpec sql) {
        return sql.fetch()
                .rowsUpdated()
                .flatMap(written -> written == 1 ? Mono.empty() : Mono.error(() -> new Conflict("an answer")));
    }
}
