package org.linli.platform.jobs;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/// Whether there is more to do than can be done. Meanwhile work that can wait does, see [Job#canWait].
@Component
public class Overload {

    private final AtomicBoolean lasts = new AtomicBoolean();

    public boolean lasts() {
        return lasts.get();
    }

    /// Told by whoever measures it. `true` when that is new.
    public boolean begins() {
        return lasts.compareAndSet(false, true);
    }

    /// `true` when that is new.
    public boolean ends() {
        return lasts.compareAndSet(true, false);
    }
}
