package org.linli.postroom;

import java.util.List;
import java.util.UUID;
import org.linli.ledger.Uses.Left;
import org.linli.postroom.ManyPeople.Many;

/// A message to many, before it is sent: to whom, in which words, and what it costs.
///
/// @param words  as they arrive
/// @param name   of the message
/// @param quotas on which it draws
public record ManyLook(Many many, String words, UUID name, List<Left> quotas) {

    /// Whether it would go out now.
    public boolean isOpen() {
        return quotas.stream().noneMatch(it -> it.left() == 0);
    }

    @Override
    public String toString() {
        return "ManyLook[" + many.chosen() + "]";
    }
}
