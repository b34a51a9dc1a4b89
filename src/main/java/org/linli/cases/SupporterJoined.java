package org.linli.cases;

import java.time.Instant;
import org.linli.platform.database.Effect;

/// A neighbour has the same problem. Joining twice changes nothing.
///
/// Signals `Conflict` when the case was finished since it was read: who joins then would never hear of the end.
public record SupporterJoined(Case known, Neighbour who, Instant at) implements Effect {}
