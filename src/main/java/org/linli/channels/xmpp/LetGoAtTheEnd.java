package org.linli.channels.xmpp;

import org.linli.platform.jobs.Alongside;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Gives back the leases when the program ends, so that the next replica does not wait for their end. After the jobs
/// have stopped, which would renew them, and before the database is gone.
@Component
class LetGoAtTheEnd implements SmartLifecycle {

    private final Alongside ending = new Alongside("let-go-of-xmpp-accounts", Integer.MAX_VALUE);
    private final HoldAccounts accounts;
    private volatile boolean running;

    LetGoAtTheEnd(HoldAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable whenDone) {
        running = false;
        ending.start(accounts.letGo(), whenDone);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// What starts later stops earlier, and jobs start last.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
