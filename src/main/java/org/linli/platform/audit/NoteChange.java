package org.linli.platform.audit;

import java.util.List;
import java.util.function.Function;
import org.linli.platform.database.WriteEffects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Changes something and notes it, in one transaction: what changed nothing is not noted, and a change that cannot be
/// noted is taken back, so that nothing is done unseen.
@Component
public class NoteChange {

    private final WriteEffects<Noted> trail;
    private final TransactionalOperator transaction;

    NoteChange(WriteEffects<Noted> trail, TransactionalOperator transaction) {
        this.trail = trail;
        this.transaction = transaction;
    }

    /// Empty where nothing was changed.
    ///
    /// @param change empty where there was nothing to change
    public <T> Mono<T> after(Mono<T> change, Function<T, Noted> line) {
        return change.delayUntil(changed -> trail.write(List.of(line.apply(changed))))
                .as(transaction::transactional);
    }

    /// Never empty: whether it was changed.
    ///
    /// @param change says whether there was something to change
    public Mono<Boolean> where(Mono<Boolean> change, Noted line) {
        return after(change.filter(changed -> changed), _ -> line).defaultIfEmpty(false);
    }
}
