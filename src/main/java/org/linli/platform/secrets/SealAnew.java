package org.linli.platform.secrets;

import static java.util.Objects.requireNonNull;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Seals what was stored before there were keys, or with a key that is no longer the one in use; a batch at a time in
/// the order of the table's key, so that it can be broken off anywhere and each row is looked at once. Whoever changed
/// a
/// row meanwhile wins. What is empty was forgotten, and stays so.
@Component
class SealAnew {

    private record Row(List<String> key, String stored) {}

    /// What was found next.
    ///
    /// @param last the key of the last row, from where to go on; `null` at the end of the table
    record Batch(int rows, @Nullable List<String> last) {}

    private final DatabaseClient database;
    private final Sealing sealing;

    SealAnew(DatabaseClient database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    /// Never empty: how many rows there were.
    Mono<Integer> all(SealedColumn column) {
        return batch(column, List.of())
                .expand(it -> it.last() == null ? Mono.empty() : batch(column, it.last()))
                .reduce(0, (sum, it) -> sum + it.rows());
    }

    /// Never empty.
    ///
    /// @param after the key of a row, or nothing for the beginning
    Mono<Batch> batch(SealedColumn column, List<String> after) {
        return Mono.justOrEmpty(sealing.beginning())
                .flatMapMany(beginning -> others(column, beginning, after))
                .concatMap(row -> seal(column, row).thenReturn(row))
                .collectList()
                .map(rows -> new Batch(
                        rows.size(),
                        rows.size() < column.atOnce() ? null : rows.getLast().key()));
    }

    /// One row for each key that sealed any of the thousand rows found first: all of a city's would make its replicas
    /// wait
    /// for minutes. Each opens, or the error says why not.
    Flux<String> opened(SealedColumn column) {
        return database.sql("""
                        select distinct on (substr(stored, 1, 15)) row_key, stored from (
                            select %3$s as row_key, %2$s as stored from %1$s
                            where starts_with(%2$s, 'sealed:') limit 1000) found""".formatted(column.table(), column.column(), keys(column)))
                .map(SealAnew::read)
                .all()
                .map(row -> sealing.open(column, row.stored(), row.key().toArray(String[]::new)));
    }

    private Flux<Row> others(SealedColumn column, String beginning, List<String> after) {
        var found = database.sql("""
                        select %3$s as row_key, %2$s as stored from %1$s
                        where %2$s <> '' and not starts_with(%2$s, $1)%4$s
                        %5$s limit %6$d""".formatted(
                                column.table(),
                                column.column(),
                                keys(column),
                                after.isEmpty() ? "" : " and (%s) > (%s)".formatted(inOrder(column), places(after)),
                                column.key().isEmpty() ? "" : "order by " + inOrder(column),
                                column.atOnce()))
                .bind("$1", beginning);
        for (int i = 0; i < after.size(); i++) {
            found = found.bind("$" + (i + 2), after.get(i));
        }
        return found.map(SealAnew::read).all().collectList().flatMapIterable(it -> it);
    }

    private static String inOrder(SealedColumn column) {
        return String.join(", ", column.key());
    }

    private static String places(List<String> values) {
        return IntStream.range(0, values.size()).mapToObj(i -> "$" + (i + 2)).collect(Collectors.joining(", "));
    }

    private static Row read(Readable row) {
        return new Row(List.of(requireNonNull(row.get("row_key", String[].class))), text(row, "stored"));
    }

    private static String keys(SealedColumn column) {
        return "array[" + inOrder(column) + "]::text[]";
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
