package org.linli.platform.secrets;

import static java.util.Objects.requireNonNull;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Seals what was stored before there were keys, or with a key that is no longer the one in use; a batch at a time, so
/// that it can be broken off anywhere. Whoever changed a row meanwhile wins. What is empty was forgotten, and stays so.
@Component
class SealAnew {

    private record Row(List<String> key, String stored) {}

    private final DatabaseClient database;
    private final Sealing sealing;

    SealAnew(DatabaseClient database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    /// Never empty: how many of a batch were sealed.
    Mono<Integer> batch(SealedColumn column) {
        return Mono.justOrEmpty(sealing.beginning())
                .flatMapMany(beginning -> others(column, beginning))
                .concatMap(row -> seal(column, row))
                .reduce(0L, Long::sum)
                .map(Long::intValue);
    }

    /// One row for each key that sealed any; which opens, or the error says why not.
    Flux<String> opened(SealedColumn column) {
        return database.sql("""
                        select distinct on (substr(%2$s, 1, 15)) %3$s as row_key, %2$s as stored from %1$s
                        where starts_with(%2$s, 'sealed:')""".formatted(column.table(), column.column(), keys(column)))
                .map(SealAnew::read)
                .all()
                .map(row -> sealing.open(column, row.stored(), row.key().toArray(String[]::new)));
    }

    private Flux<Row> others(SealedColumn column, String beginning) {
        return database.sql("""
                        select %3$s as row_key, %2$s as stored from %1$s
                        where %2$s <> '' and not starts_with(%2$s, $1) limit %4$d""".formatted(column.table(), column.column(), keys(column), column.atOnce()))
                .bind(0, beginning)
                .map(SealAnew::read)
                .all()
                .collectList()
                .flatMapIterable(it -> it);
    }

    private static Row read(Readable row) {
        return new Row(List.of(requireNonNull(row.get("row_key", String[].class))), text(row, "stored"));
    }

    private static String keys(SealedColumn column) {
        return "array[" + String.join(", ", column.key()) + "]::text[]";
    }

    private Mono<Long> seal(SealedColumn column, Row row) {
        String[] key = row.key().toArray(String[]::new);
        String plain = sealing.open(column, row.stored(), key);
        var update = database.sql("update %s set %s = $1%s where %s"
                        .formatted(column.table(), column.column(), indexed(column), same(column)))
                .bind("$1", sealing.seal(column, plain, key))
                .bind("$2", row.stored());
        for (int i = 0; i < key.length; i++) {
            update = update.bind("$" + (i + 3), key[i]);
        }
        if (column.index() != null) {
            update = update.bind("$" + (key.length + 3), sealing.index(column, key[0], plain));
        }
        return update.fetch().rowsUpdated();
    }

    private static String indexed(SealedColumn column) {
        return column.index() == null
                ? ""
                : ", %s = $%d".formatted(column.index(), column.key().size() + 3);
    }

    private static String same(SealedColumn column) {
        var parts = new ArrayList<>(List.of(column.column() + " = $2"));
        parts.addAll(IntStream.range(0, column.key().size())
                .mapToObj(i -> "%s = $%d".formatted(column.key().get(i), i + 3))
                .toList());
        return parts.stream().collect(Collectors.joining(" and "));
    }
}
