package org.linli.notices.asking;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// What somebody asked was for a notice to answer, and this one did, or none. The same message's
/// [org.linli.dialogue.QuestionAsked] says what it was about; both are one row.
///
/// @param key    names the message for ever
/// @param notice that answered it; empty: none did
/// @param home   of whoever asked; empty where nobody knows
/// @param saidIn the group's address; empty in private
/// @param words  as they may be kept
public record PutToNotice(
        CommunityId community, String key, String notice, String home, String saidIn, String words, Instant at)
        implements Effect {

    @Override
    public String toString() {
        return "PutToNotice[" + key + "]";
    }
}
