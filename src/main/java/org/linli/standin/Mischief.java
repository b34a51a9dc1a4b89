package org.linli.standin;

import java.time.Duration;

/// How a platform misbehaves when told to.
public sealed interface Mischief {

    /// Refuses with a code of its own, in HTTP 200 where it does so.
    record Refuses(long code) implements Mischief {}

    /// Answers with a page of some proxy.
    record Page(int status) implements Mischief {}

    /// Takes its time, then does what it would have done.
    record Slow(Duration pause) implements Mischief {}

    /// Does nothing and says nothing.
    record Hangs() implements Mischief {}

    /// Reads the call and cuts the connection.
    record HangsUp() implements Mischief {}

    /// Answers this, whatever was asked.
    record Says(Told answer) implements Mischief {}
}
