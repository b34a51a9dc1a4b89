package org.linli.understanding;

import java.util.List;

/// Tells people why a sentence was taken for what it was taken. Pure computation; not counted as a message.
public interface Explain {

    /// What speaks most for the label, the strongest first, at most three. Empty where nothing does, and for a label
    /// that nobody has taught.
    List<Reason> why(String text, Intent intent);

    /// All labels, the likeliest first; never empty.
    ///
    /// @param group whether it was said among neighbours rather than to the service
    List<Ranked> ranking(String text, boolean group);

    /// Whatever a message can be taken for, in order.
    List<Intent> labels();
}
