package org.linli.channels.wechat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where our own pages are, as WeChat's browser reaches them.
@Component
class Site {

    private final @Nullable URI base;

    Site(WechatSettings settings) {
        this.base = settings.site();
    }

    /// Whether we were told.
    boolean isKnown() {
        return base != null;
    }

    /// The whole address of a page of ours, in which the account is named, so that the page knows who asks there.
    ///
    /// @return empty without a page, or where we were not told
    String address(WechatAccount account, @Nullable String page) {
        return page == null ? "" : address(page + "?account=" + account.id());
    }

    /// @param path with its query, like `/my?account=demo`
    /// @return empty where we were not told
    String address(String path) {
        return base == null ? "" : base.resolve(path).toString();
    }

    /// Whether a browser's address is one of our pages.
    boolean isOurs(URI address) {
        return base != null
                && base.getScheme().equals(address.getScheme())
                && base.getAuthority().equals(address.getAuthority());
    }
}
