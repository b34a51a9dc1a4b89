package org.linli.platform.jobs;

import java.util.concurrent.atomic.AtomicBoolean;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;

/// Tells once that something began to fail, and once that it works again, however often it is tried meanwhile.
public final class Outage {

    private final Logger log;
    private final String what;
    private final AtomicBoolean lasts = new AtomicBoolean();

    /// @param what fails, for the log: `deliver-letters`, `the count of open cases`
    public Outage(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    /// @param meanwhile what happens until it works again
    public void failed(Throwable error, String meanwhile) {
        if (lasts.compareAndSet(false, true)) {
            log.warn("{} fails ({}); {}", what, Failed.briefly(error), meanwhile);
        }
    }

    public void works() {
        if (lasts.compareAndSet(true, false)) {
            log.info("{} works again", what);
        }
    }

    public boolean lasts() {
        return lasts.get();
    }
}
