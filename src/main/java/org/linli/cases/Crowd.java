package org.linli.cases;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// One statement that answers many questions: each row says in its column `n` which one, counted from 1.
final class Crowd {

    private record Row<R>(int question, R value) {}

    private Crowd() {}

    /// The rows of each question, in the order of the questions.
    static <R> Mono<List<List<R>>> answers(GenericExecuteSpec sql, int questions, Function<Readable, R> read) {
        return sql.map(row -> new Row<>((int) Columns.number(row, "n") - 1, read.apply(row)))
                .all()
                .as(rows -> grouped(rows, questions));
    }

    private static <R> Mono<List<List<R>>> grouped(Flux<Row<R>> rows, int questions) {
        return rows.collectList().map(all -> {
            List<List<R>> answers = new ArrayList<>(IntStream.range(0, questions)
                    .<List<R>>mapToObj(_ -> new ArrayList<>())
                    .toList());
            all.forEach(row -> answers.get(row.question()).add(row.value()));
            return answers;
        });
    }
}
