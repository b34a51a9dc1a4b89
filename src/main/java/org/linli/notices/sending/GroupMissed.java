package org.linli.notices.sending;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A group's letter did not arrive: whom it was to tell is told alone.
///
/// @param group as recipients name it
record GroupMissed(CommunityId community, String notice, String group) implements Effect {}
