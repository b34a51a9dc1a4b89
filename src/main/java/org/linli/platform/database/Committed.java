package org.linli.platform.database;

import reactor.core.publisher.Flux;

/// Rows that a statement has changed, handed out when the change is committed.
///
/// PostgreSQL sends the first rows of a long answer while the statement still runs. Whoever works on them at once may
/// look for the change before anybody else can see it, find nothing, and have worked in vain.
public final class Committed {

    private Committed() {}

    /// The same rows in the same order, none before the statement outside of a transaction has ended.
    public static <T> Flux<T> rows(Flux<T> changed) {
        return changed.collectList().flatMapIterable(rows -> rows);
    }
}
