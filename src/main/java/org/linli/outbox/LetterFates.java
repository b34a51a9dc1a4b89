package org.linli.outbox;

import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Bells;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What became of letters that somebody keeps an eye on, and a way to take back those that have not left.
@Component
public class LetterFates {

    /// @param state  as stored: `due`, `sending`, `held`, `sent`, `confirmed`, `arrived`, `seen`, `unknown`, `failed` …
    /// @param reason why it is held or failed; may be empty
    public record Fate(String key, String state, String reason) {}

    private final DatabaseClient database;
    private final LettersBehind behind;
    private final TransactionalOperator transaction;
    private final Bells bells;

    LetterFates(DatabaseClient database, LettersBehind behind, TransactionalOperator transaction, Bells bells) {
        this.database = database;
        this.behind = behind;
        this.transaction = transaction;
        this.bells = bells;
    }

    /// In any order; those that are no more are left out.
    public Flux<Fate> of(CommunityId community, Collection<String> keys) {
        return database.sql("""
                        select key, state, coalesce(reason, '') as reason from outbox.letters
                        where community_id = $1 and key = any($2)""")
                .bind("$1", community.value())
                .bind("$2", keys.toArray(String[]::new))
                .map(row -> new Fate(text(row, "key"), text(row, "state"), text(row, "reason")))
                .all();
    }

    /// Takes back all letters whose keys begin so, as if they had never been written, but for those that left or are
    /// just leaving. Never empty: how many.
    ///
    /// @param keys letters, digits, dashes and slashes
    public Mono<Integer> takeBack(CommunityId community, String keys) {
        return database.sql("""
                        delete from outbox.letters
                        where community_id = $1 and key >= $2 and starts_with(key, $2)
                          and state in ('due', 'held')
                        returning address""")
                .bind("$1", community.value())
                .bind("$2", keys)
                .map((Readable row) -> text(row, "address"))
                .all()
                .collectList()
                .delayUntil(taken -> behind.callNext(community, new HashSet<>(taken)))
                .as(transaction::transactional)
                .doOnNext(_ -> bells.ring(DeliverLetters.NAME))
                .map(List::size);
    }
}
