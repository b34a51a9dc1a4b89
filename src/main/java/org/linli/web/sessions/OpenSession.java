package org.linli.web.sessions;

import java.time.Instant;

/// One place where somebody is signed in.
///
/// @param handle names it on pages; the id itself would let whoever reads it in
public record OpenSession(String handle, Device device, Instant begun, Instant lastUse) {}
