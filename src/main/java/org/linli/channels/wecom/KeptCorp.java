package org.linli.channels.wecom;

import java.net.URI;
import java.util.List;
import org.linli.channels.kept.KeptAccount;

/// The corporation of an account that was made on a page: each stands for itself.
public final class KeptCorp {

    private static final URI WECOM = URI.create("https://qyapi.weixin.qq.com");

    private KeptCorp() {}

    /// @throws IllegalArgumentException naming the wrong field first
    public static Corp of(KeptAccount it, List<Corp.App> apps, List<Corp.Bot> bots, List<Corp.Robot> robots) {
        return new Corp(it.id(), it.field("corp-id"), it.community().value(), WECOM, apps, bots, robots);
    }
}
