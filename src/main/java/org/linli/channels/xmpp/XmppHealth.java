package org.linli.channels.xmpp;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// How the accounts and rooms that this replica holds are. A server of somebody else's that is away makes Linli
/// neither down nor in need of a restart, so trouble is a status of its own that leaves the whole as it is.
@Component
class XmppHealth implements HealthIndicator {

    private static final Status TROUBLED = new Status("TROUBLED");

    private final HoldAccounts accounts;

    XmppHealth(HoldAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Health health() {
        var health = Health.up();
        accounts.all().stream().filter(HeldAccount::isHeld).forEach(it -> tell(it, health));
        return health.build();
    }

    private static void tell(HeldAccount account, Health.Builder health) {
        String id = account.account().id();
        var session = account.session();
        if (session == null) {
            health.status(TROUBLED).withDetail(id, "not connected: " + account.trouble());
            return;
        }
        health.withDetail(id, "connected");
        session.rooms().stream()
                .filter(room -> !room.isEntered())
                .forEach(room ->
                        health.status(TROUBLED).withDetail(id + "/" + room.address(), "not in it: " + room.trouble()));
    }
}
