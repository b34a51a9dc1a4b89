package org.linli.notices.sending;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// What is true of a recipient changed. Where somebody else changed it first, theirs stays.
///
/// @param before what the decision was made on
record RecipientMoved(CommunityId community, String notice, Recipient before, Recipient after) implements Effect {}
