package org.linli.polls;

import java.util.List;
import java.util.Map;
import org.linli.platform.database.Effect;
import org.linli.polls.ballots.Marks;
import reactor.core.publisher.Mono;

/// What comes of closed polls that are part of something larger.
public interface CountsClosed {

    boolean counts(Poll poll);

    /// What is committed together with the poll's being counted. Empty where it is not a part of anything after all.
    ///
    /// @param ballots equal ones together; none can come in any more
    Mono<List<Effect>> of(Poll poll, Map<Marks, Integer> ballots);
}
