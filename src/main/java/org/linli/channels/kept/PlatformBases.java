package org.linli.channels.kept;

import java.net.URI;
import org.linli.channels.tencent.Require;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where accounts that were made on pages find their platform. Those of the settings say it each for itself.
///
/// Whoever makes an account on a page does not choose it: its secret would go wherever they want.
///
/// @param wechat another than WeChat's own behind a gateway, and in the demo, where the platform is played
/// @param wecom  the same for WeCom
@ConfigurationProperties("linli.channels.platforms")
public record PlatformBases(
        @DefaultValue("https://api.weixin.qq.com") URI wechat,
        @DefaultValue("https://qyapi.weixin.qq.com") URI wecom) {

    public PlatformBases {
        Require.apiBase(wechat, "https://api.weixin.qq.com");
        Require.apiBase(wecom, "https://qyapi.weixin.qq.com");
    }

    /// The platforms themselves.
    public static PlatformBases usual() {
        return new PlatformBases(URI.create("https://api.weixin.qq.com"), URI.create("https://qyapi.weixin.qq.com"));
    }
}
