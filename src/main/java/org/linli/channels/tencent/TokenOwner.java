package org.linli.channels.tencent;

import java.net.URI;
import java.util.List;
import org.linli.channels.Account;

/// Whoever has an access token of its own: an official account, an app of WeCom.
public interface TokenOwner {

    /// Names it among all owners on all replicas, and holds no secret. Owners with the same name share one token.
    String tokenName();

    /// For operators: `wechat:wx0123456789abcdef`.
    default String shownName() {
        return tokenName();
    }

    /// For the log: `WeChat account 'demo'`.
    String inWords();

    /// In whose name its calls are noted; none where nobody looks.
    default List<Account> accounts() {
        return List.of();
    }

    /// Where the platform's interface is.
    URI apiBase();
}
