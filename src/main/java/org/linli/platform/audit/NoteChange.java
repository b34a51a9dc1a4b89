package org.linli.platform.audit;

import java.util.List;
import java.util.function.Function;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Changes something, then notes it. What changed nothing is not noted, and a change that cannot be noted is taken
/// back, so that nothing is done unseen. Only where the connection is lost at the last moment may a line tell of a
/// change that is not there.
@Component
public class NoteChange {

    private final Effects effects;
    private final TransactionalOperator transaction;

    NoteChange(Effects effects, TransactionalOperator transaction) {
        this.effects = effects;
        this.transaction = transaction;
    }

    /// Empty where nothing was changed.
    ///
    /// @param change empty where there was nothing to change
    public <T> Mono<T> after(Mono<T> change, Function<T, Noted> line) {
        return change.delayUntil(changed -> effects.commit(List.of(line.apply(changed))))
                .as(transaction::transactional);
    }

    /// Never empty: whether it was changed.
    ///
    /// @param change says whether there was something to change
    public Mono<Boolean> where(Mono<Boolean> change, Noted line) {
        return after(change.filter(changed -> changed), _ -> line).defaultIfEmpty(false);
    }
}
