package org.linli.understanding;

import java.util.List;

/// What speaking up in groups means with the model in use.
public interface HowSure {

    /// At some thresholds, rising; measured on examples that the model had not seen. Never empty.
    List<SpeakingUp> speakingUp();
}
