package org.linli.dialogue;

import org.linli.platform.database.CommunityId;

/// Where an open page hears that a talk that waits for a person went on.
public final class TalkLive {

    private TalkLive() {}

    public static String topic(CommunityId community) {
        return "talks:" + community.value();
    }
}
