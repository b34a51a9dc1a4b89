package org.linli.rights;

import org.linli.platform.database.Columns;
import org.linli.platform.rights.Person;
import org.linli.platform.rights.PersonalTable;
import org.linli.platform.secrets.KeptFile;
import org.linli.platform.secrets.SealedFiles;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Files in which somebody stands who wants to be forgotten. Those of everybody else stay.
@Component
class PersonalFiles {

    private final DatabaseClient database;
    private final SealedFiles sealed;

    PersonalFiles(DatabaseClient database, SealedFiles sealed) {
        this.database = database;
        this.sealed = sealed;
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
        return database.sql(
                        "select %1$s as bytes, %2$s as sealed from %3$s where community_id = $1 and %4$s = $2 and %1$s is not null"
                                .formatted(files.bytes(), sealedIn(files), table, files.key()))
                .bind(0, person.community().value())
                .bind(1, key)
                .map(KeptFile::of)
                .one()
                .flatMap(it -> open(files, it, person.community().value(), key))
                .publishOn(Schedulers.boundedElastic())
                .map(traces::holds);
    }

    private static String sealedIn(PersonalTable.Files files) {
        var column = files.sealed();
        return column == null ? "''" : column.column();
    }

    private Mono<byte[]> open(PersonalTable.Files files, KeptFile file, String... row) {
        var column = files.sealed();
        return column == null ? Mono.just(file.bytes()) : sealed.open(column, file, row);
    }

    private Mono<Void> delete(String table, PersonalTable.Files files, Person person, String key) {
        return database.sql("delete from %s where community_id = $1 and %s = $2".formatted(table, files.key()))
                .bind(0, person.community().value())
                .bind(1, key)
                .then();
    }
}
