package org.linli.rights;

import java.util.Objects;
import org.linli.platform.database.Columns;
import org.linli.platform.rights.Person;
import org.linli.platform.rights.PersonalTable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Files in which somebody stands who wants to be forgotten. Those of everybody else stay.
@Component
class PersonalFiles {

    private final DatabaseClient database;

    PersonalFiles(DatabaseClient database) {
        this.database = database;
    }

    /// Deletes the rows of the table whose file holds the person, one file in memory at a time.
    Mono<Void> forget(PersonalTable table, Person person) {
        var files = table.files();
        if (files == null) {
            return Mono.empty();
        }
        var traces = PersonInFile.of(person);
        return database.sql("select %s as it from %s where community_id = $1 and %s is not null"
                        .formatted(files.key(), table.name(), files.bytes()))
                .bind(0, person.community().value())
                .map(row -> Columns.text(row, "it"))
                .all()
                .collectList()
                .flatMapIterable(keys -> keys)
                .filterWhen(key -> holds(table.name(), files, person, key, traces), 1)
                .concatMap(key -> delete(table.name(), files, person, key))
                .then();
    }

    private Mono<Boolean> holds(
            String table, PersonalTable.Files files, Person person, String key, PersonInFile traces) {
        return database.sql("select %s as it from %s where community_id = $1 and %s = $2 and %1$s is not null"
                        .formatted(files.bytes(), table, files.key()))
                .bind(0, person.community().value())
                .bind(1, key)
                .map(row -> Objects.requireNonNull(row.get("it", byte[].class)))
                .one()
                .publishOn(Schedulers.boundedElastic())
                .map(traces::holds);
    }

    private Mono<Void> delete(String table, PersonalTable.Files files, Person person, String key) {
        return database.sql("delete from %s where community_id = $1 and %s = $2".formatted(table, files.key()))
                .bind(0, person.community().value())
                .bind(1, key)
                .then();
    }
}
