package org.linli.polls.prizes;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A prize is given, once for each id.
///
/// @param toldAt the winner's address; empty where staff hands over the certificate
record AwardGiven(Award it, String toldAt) implements Effect {

    @Override
    public Object contested() {
        return "award " + it.id();
    }

    @Override
    public CommunityId community() {
        return it.community();
    }
}
