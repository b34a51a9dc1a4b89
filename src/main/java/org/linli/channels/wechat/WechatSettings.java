package org.linli.channels.wechat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.tencent.Require;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param accounts the official accounts; without any, every call is for an unknown account
/// @param patience how long the platform may take to answer a call of ours
/// @param site     where our own pages are, as people's phones reach them, like `https://linli.example`; `null`:
///                 letters lead to no page, and nobody signs in from WeChat
/// @param window   how far the time that a call was signed at may be from ours, in either direction; zero: anything
/// goes
/// @param openBase where people are asked who they are; another than WeChat's own only in tests
@ConfigurationProperties("linli.channels.wechat")
record WechatSettings(
        @DefaultValue List<WechatAccount> accounts,
        @DefaultValue("4s") Duration patience,
        @Nullable URI site,
        @DefaultValue("https://open.weixin.qq.com") URI openBase,
        @DefaultValue("10m") Duration window) {

    WechatSettings {
        accounts = List.copyOf(accounts);
        Require.apiBase(openBase, "https://open.weixin.qq.com");
        if (site != null) {
            Require.apiBase(site, "https://linli.example");
        }
        Require.differentIds(accounts.stream().map(WechatAccount::id).toList(), "linli.channels.wechat.accounts");
    }
}
