package org.linli.dialogue;

import org.linli.platform.database.CommunityId;

/// Words that nobody but their speaker may read afterwards, although they change nothing: a ballot that was refused.
/// What handles the message forgets them; there is nothing else to write.
public record OnlySaidInSecret(CommunityId community) implements SaidInSecret {

    @Override
    public boolean isSecret() {
        return true;
    }
}
