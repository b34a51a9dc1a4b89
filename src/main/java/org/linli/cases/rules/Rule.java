package org.linli.cases.rules;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Act;
import org.linli.cases.State;
import org.linli.cases.Who;

/// Who may do one act, in which states, what has to be given, and where it leads.
///
/// @param to `null` where the case stays in its state
public record Rule(
        Act.Kind act,
        Set<Who.Kind> by,
        Set<State> in,
        @Nullable State to,
        Set<Need> needs) {

    /// What has to be given with an act.
    public enum Need {
        NOTE,
        PICTURE,
        /// Money, in the note: `120 元`.
        AMOUNT
    }

    public Rule {
        by = Set.copyOf(by);
        in = Set.copyOf(in);
        needs = Set.copyOf(needs);
    }
}
