package org.linli.polls.logbook;

import org.linli.polls.log.SignKey;
import org.linli.polls.published.Declared;

/// A log whose only entry is what is declared before the vote.
///
/// @param key whose name is that of the declared poll
public record NewLog(SignKey key, Declared declared) {

    public static NewLog of(Declared declared) {
        return new NewLog(SignKey.make(declared.poll()), declared);
    }
}
