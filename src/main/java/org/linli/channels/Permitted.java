package org.linli.channels;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Somebody gave or took back permissions for one kind of letter; see [Content.Permits].
public record Permitted(CommunityId community, Address person, Content.Permits permits) implements Effect {}
