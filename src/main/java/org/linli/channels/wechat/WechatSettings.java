package org.linli.channels.wechat;

import java.time.Duration;
import java.util.List;
import org.linli.channels.tencent.Require;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param accounts the official accounts; without any, every call is for an unknown account
/// @param patience how long the platform may take to answer a call of ours
@ConfigurationProperties("linli.channels.wechat")
record WechatSettings(
        @DefaultValue List<WechatAccount> accounts,
        @DefaultValue("4s") Duration patience) {

    WechatSettings {
        accounts = List.copyOf(accounts);
        Require.differentIds(accounts.stream().map(WechatAccount::id).toList(), "linli.channels.wechat.accounts");
    }
}
