package org.linli.channels.tencent;

import org.linli.channels.Media;

/// What came instead of, or as, a file.
public sealed interface Downloaded {

    record Bytes(Media media) implements Downloaded {}

    /// Words of the platform's: mostly an `errcode`, with HTTP 200.
    record Said(PlatformAnswer answer) implements Downloaded {}

    /// Zero where there is none.
    default long errcode() {
        return this instanceof Said(PlatformAnswer answer) ? answer.errcode() : 0;
    }
}
