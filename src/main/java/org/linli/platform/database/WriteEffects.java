package org.linli.platform.database;

import java.util.List;
import reactor.core.publisher.Mono;

/// Writes all effects of one kind in one statement, within the transaction of [Effects#commit].
///
/// Effects of many decisions arrive together, all of one community ([Effect#community]): a statement says so by
/// `community_id = $n`, and locks rows of no other. Rows are to be written in the order of their keys, so that two
/// transactions never wait for each other in a circle; a write that has to be harmless when repeated uses
/// `on conflict do nothing`.
///
/// @param <E> a record; effects are matched to their writer by exactly this class
public interface WriteEffects<E extends Effect> {

    Class<E> kind();

    /// Signals [Conflict] when the state that a decision was made on has changed meanwhile.
    Mono<Void> write(List<E> effects);
}
