package org.linli.rights;

import java.util.List;
import org.linli.platform.rights.Person;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Erases a person table by table, each in a transaction of its own. Where it was interrupted does not matter: what is
/// done stays done, and the next time begins from the first table and finds nothing there.
@Component
class ForgetPerson {

    private final List<PersonalTable> tables;
    private final PersonalStatements statements;
    private final PersonalFiles files;
    private final TransactionalOperator transaction;

    ForgetPerson(
            List<PersonalData> contributors,
            PersonalStatements statements,
            PersonalFiles files,
            TransactionalOperator transaction) {
        this.tables = contributors.stream().flatMap(it -> it.tables().stream()).toList();
        this.statements = statements;
        this.files = files;
        this.transaction = transaction;
    }

    /// The tables in which something is still needed, like the register of a vote that runs. Never empty itself.
    ///
    /// @param mark stands in the place of the person where a row has to stay
    /// @param only the tables that were left before; empty: all
    Mono<List<String>> forget(Person person, String mark, List<String> only) {
        return Flux.fromIterable(tables)
                .filter(table -> only.isEmpty() || only.contains(table.name()))
                .concatMap(table -> waits(table, person)
                        .filter(waits -> waits)
                        .map(_ -> table.name())
                        .switchIfEmpty(erased(table, person, mark)))
                .collectList();
    }

    private Mono<Boolean> waits(PersonalTable table, Person person) {
        return table.waits().isEmpty()
                ? Mono.just(false)
                : statements.of(table.waits(), person, "").fetch().all().hasElements();
    }

    private Mono<String> erased(PersonalTable table, Person person, String mark) {
        return Flux.fromIterable(table.statements())
                .filter(sql -> !PersonalStatements.isIdle(sql, person))
                .concatMap(sql -> statements.of(sql, person, mark).then())
                .then(files.forget(table, person))
                .then(Mono.<String>empty())
                .as(transaction::transactional);
    }
}
