package org.linli.polls.alarms;

import java.time.Instant;
import org.linli.polls.Whence.Kind;

/// So many voters came from one source.
///
/// @param source hashed; empty once the poll's secret was destroyed
/// @param voters within so many minutes
public record Alarm(Kind kind, String source, int voters, int minutes, Instant at) {}
