package org.linli.channels.wecom;

import java.net.URI;
import java.util.List;
import org.linli.channels.kept.KeptAccount;

/// The corporation of an account that was made on a page: each stands for itself.
public final class KeptCorp {

    private KeptCorp() {}

    /// @param base where the platform's interface is
    /// @throws IllegalArgumentException naming the wrong field first
    public static Corp of(KeptAccount it, URI base, List<Corp.App> apps, List<Corp.Bot> bots, List<Corp.Robot> robots) {
        return new Corp(it.id(), it.field("corp-id"), it.community().value(), base, apps, bots, robots);
    }
}
