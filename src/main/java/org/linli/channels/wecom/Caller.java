package org.linli.channels.wecom;

import java.net.URI;
import java.util.List;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.channels.tencent.CallId;
import org.linli.channels.tencent.TokenOwner;

/// Somebody at WeCom with a secret, and so an access token, of their own: an app, the customer service, the archive …
///
/// @param kind in words, like `app`
/// @param id   our own name for it, one among all of that kind
public record Caller(Corp corp, String kind, String id, String secret) implements TokenOwner {

    /// A token that was asked for with another secret is not used any more once the secret changed, and a corrected
    /// secret is tried at once.
    @Override
    public String tokenName() {
        return shownName() + ":"
                + CallId.fingerprint(corp.corpId() + " " + secret).substring(0, 16);
    }

    @Override
    public String shownName() {
        return "wecom:%s:%s:%s".formatted(corp.corpId(), kind, id);
    }

    @Override
    public String inWords() {
        return "WeCom %s '%s'".formatted(kind, id);
    }

    /// As it stands in addresses: apps are of the channel `wecom`, all others have one of their own.
    public Account account() {
        return new Account(new ChannelId(kind.equals("app") ? "wecom" : "wecom-" + kind), id, corp.communityId());
    }

    @Override
    public List<Account> accounts() {
        return List.of(account());
    }

    @Override
    public URI apiBase() {
        return corp.apiBase();
    }

    @Override
    public String toString() {
        return "Caller[" + kind + " " + id + "]";
    }
}
