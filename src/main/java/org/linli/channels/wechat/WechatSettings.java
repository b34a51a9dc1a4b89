package org.linli.channels.wechat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
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
        var ids = new HashSet<String>();
        for (WechatAccount account : accounts) {
            if (!ids.add(account.id())) {
                throw new IllegalArgumentException(
                        "linli.channels.wechat.accounts: two have the id '%s' (expected: each its own)"
                                .formatted(account.id()));
            }
        }
    }
}
