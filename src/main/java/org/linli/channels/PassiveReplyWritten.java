package org.linli.channels;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// The answer that travelled in the response of a platform's call has left.
///
/// @param letter the key of the letter that the answer was
public record PassiveReplyWritten(CommunityId community, String letter) implements Effect {}
