package org.linli.whistles.web;

import java.time.Instant;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.community.CommunityMap;

/// One look, at one time.
record Seen(CommunityMap map, CaseFacts facts, SpokenTime time, Instant now) {

    static Seen of(CommunityMap map, CaseWords words, Instant now) {
        return new Seen(map, new CaseFacts(map, words, now), new SpokenTime(words, now), now);
    }
}
