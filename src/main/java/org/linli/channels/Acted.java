package org.linli.channels;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Somebody did something that may open a window for letters to `where`.
///
/// @param where the person, or the group in which it was said
/// @param at    the platform's time, or ours where that was earlier
public record Acted(CommunityId community, Address where, Act act, Instant at) implements Effect {}
