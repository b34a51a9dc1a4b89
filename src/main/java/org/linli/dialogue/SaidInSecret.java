package org.linli.dialogue;

import org.linli.platform.database.Effect;

/// A change that was said in words which nobody but their speaker may read afterwards, like a ballot: neither the
/// message nor the talk keeps them.
public interface SaidInSecret extends Effect {

    /// Whether it is so for this one.
    boolean isSecret();
}
