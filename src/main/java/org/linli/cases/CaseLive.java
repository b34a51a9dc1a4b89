package org.linli.cases;

import org.linli.platform.database.CommunityId;

/// Where an open desk hears that something changed.
public final class CaseLive {

    private CaseLive() {}

    public static String topic(CommunityId community) {
        return "cases:" + community.value();
    }
}
