package org.linli.api;

import org.linli.cases.Sight;
import org.linli.cases.Who;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.keys.ApiKey;
import org.linli.platform.database.CommunityId;

/// A program that calls. It sees and may do what a colleague of its unit does, or of the whole community where its key
/// names none; histories and the audit trail name the key.
record Client(ApiKey key, CommunityMap map) {

    CommunityId community() {
        return map.id();
    }

    StaffMember as() {
        return key.asColleague(map);
    }

    Sight sight() {
        return Sight.of(as(), map);
    }

    Who who() {
        return Who.of(as());
    }
}
