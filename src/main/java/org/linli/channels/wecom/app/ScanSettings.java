package org.linli.channels.wecom.app;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param app  by which of our apps staff sign in; empty: they do not
/// @param page where the code is shown, by the platform's page "企业微信Web登录"; another only in tests
@ConfigurationProperties("linli.channels.wecom-scan")
record ScanSettings(
        @DefaultValue("") String app,

        @DefaultValue("https://login.work.weixin.qq.com/wwlogin/sso/login")
        URI page) {}
