package org.linli.platform.calling;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/// A call that waits until somebody decides about it.
///
/// @param id   within its line
/// @param what happened, as the line calls it
/// @param host that would be called
public record HeldCall(long id, String what, String host, Instant at) {

    static HeldCall to(String url, long id, String what, Instant at) {
        return new HeldCall(id, what, Objects.requireNonNullElse(URI.create(url).getHost(), ""), at);
    }
}
