package org.linli.postroom.web;

import java.util.List;
import org.linli.postroom.ManyPeople.Many;

/// A message to many, before it is sent: to whom, in which words, and what it costs.
///
/// @param words  as they arrive
/// @param quotas on which it draws
public record ManyLook(Many many, String words, String once, List<WayView.Quota> quotas) {

    /// Whether it would go out now.
    public boolean isOpen() {
        return quotas.stream().noneMatch(WayView.Quota::isSpent);
    }

    @Override
    public String toString() {
        return "ManyLook[" + many.chosen() + "]";
    }
}
