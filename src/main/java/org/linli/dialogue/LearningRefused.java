package org.linli.dialogue;

import java.time.Instant;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Somebody wants to be left alone: nothing that they said may be kept to learn from, from now on and from before.
public record LearningRefused(CommunityId community, Address by, Instant at) implements Effect {

    @Override
    public String toString() {
        return "LearningRefused[" + at + "]";
    }
}
