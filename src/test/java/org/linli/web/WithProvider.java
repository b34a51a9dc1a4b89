package org.linli.web;

import org.linli.LinliTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// The demo, whose staff may sign in with a provider that is played, and which has an official account at a platform
/// that answers nobody. All such tests share one program.
@LinliTest
// a reset that names nobody keeps them apart from other tests
@TestPropertySource(
        properties = {
            "linli.demo=true",
            "linli.staff.reset-password=",
            "linli.channels.wechat.accounts[0].id=" + WithProvider.ACCOUNT,
            "linli.channels.wechat.accounts[0].app-id=wx0123456789abcdef",
            "linli.channels.wechat.accounts[0].secret=nobody-asks-for-it",
            "linli.channels.wechat.accounts[0].token=calltoken",
            "linli.channels.wechat.accounts[0].api-base=http://127.0.0.1:1",
            "linli.channels.wechat.accounts[0].community=lm"
        })
public abstract class WithProvider {

    /// At WeChat.
    protected static final String ACCOUNT = "square";

    static final PlayedProvider PROVIDER = new PlayedProvider();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("linli.oidc.issuer", PROVIDER::issuer);
        settings.add("linli.oidc.client-id", () -> PlayedProvider.CLIENT);
        settings.add("linli.oidc.client-secret", () -> PlayedProvider.SECRET);
        settings.add("linli.oidc.claim", () -> "preferred_username");
    }
}
