package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who takes care, until when.
///
/// @param unit     the id of the unit responsible
/// @param assignee the id of the staff member who accepted it; `null` before
/// @param dueAt    what was promised
public record Care(String unit, @Nullable String assignee, Instant dueAt) {}
