package org.linli.channels;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// The platform said how a letter fared; see [Content.Delivered].
///
/// @param from who the report is about, in the account that sent the letter
public record Reported(CommunityId community, Address from, Content.Delivered report) implements Effect {}
