package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class WechatSettingsTest {

    private static final String FIRST = "linli.channels.wechat.accounts[0].";
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Here.class);
    private final ApplicationContextRunner complete = runner.withPropertyValues(
            FIRST + "id=demo",
            FIRST + "app-id=wx0123456789abcdef",
            FIRST + "secret=top-secret",
            FIRST + "token=demotoken",
            FIRST + "encoding-aes-key=" + KEY,
            FIRST + "community=lianmeng");

    @Test
    void withoutAccountsThereAreNone() {
        runner.run(it -> assertThat(it.getBean(WechatSettings.class).accounts()).isEmpty());
    }

    @Test
    void anAccountIsReadAndDefaultsToThePlatformItself() {
        complete.run(it -> {
            var account = it.getBean(WechatSettings.class).accounts().getFirst();
            assertThat(account.apiBase()).isEqualTo(URI.create("https://api.weixin.qq.com"));
            assertThat(account.communityId().value()).isEqualTo("lianmeng");
            assertThat(account.keys()).hasSize(1);
        });
    }

    @Test
    void anAccountInPlainModeNeedsNoKey() {
        complete.withPropertyValues(FIRST + "encoding-aes-key=")
                .run(it -> assertThat(it.getBean(WechatSettings.class)
                                .accounts()
                                .getFirst()
                                .keys())
                        .isEmpty());
    }

    @Test
    void theEnvironmentSpeaksForSeveralAccounts() {
        runner.withInitializer(it -> environment(
                        it.getEnvironment(),
                        Map.ofEntries(
                                Map.entry("LINLI_CHANNELS_WECHAT_ACCOUNTS_0_ID", "one"),
                                Map.entry("LINLI_CHANNELS_WECHAT_ACCOUNTS_0_APPID", "wx1"),
                                Map.entry("LINLI_CHANNELS_WECHAT_ACCOUNTS_0_SECRET", "s1"),
                                Map.entry("LINLI_CHANNELS_WECHAT_ACCOUNTS_0_TOKEN", "token1"),
                                Map.entry("LINLI_CHANNELS_WECHAT_ACCOUNTS_0_ENCODINGAESKEY", KEY),
                                Map.entry("LINLI_CHANNELS_WECHAT_ACCOUNTS_0_PREVIOUSENCODINGAESKEY", KEY),
                                Map.entry("LINLI_CHANNELS_WECHAT_ACCOUNTS_0_APIBASE", "http://127.0.0.1:9"),
                                Map.entry("LINLI_CHANNELS_WECHAT_ACCOUNTS_0_COMMUNITY", "lianmeng"),
                                Map.entry("LINLI_CHANNELS_WECHAT_ACCOUNTS_1_ID", "two"),
                                Map.entry("LINLI_CHANNELS_WECHAT_ACCOUNTS_1_APPID", "wx2"),
                                Map.entry("LINLI_CHANNELS_WECHAT_ACCOUNTS_1_SECRET", "s2"),
                                Map.entry("LINLI_CHANNELS_WECHAT_ACCOUNTS_1_TOKEN", "token2"),
                                Map.entry("LINLI_CHANNELS_WECHAT_ACCOUNTS_1_COMMUNITY", "lianmeng"))))
                .run(it -> {
                    var accounts = it.getBean(WechatSettings.class).accounts();
                    assertThat(accounts).extracting(WechatAccount::appId).containsExactly("wx1", "wx2");
                    assertThat(accounts.getFirst().keys()).hasSize(2);
                    assertThat(accounts.getFirst().apiBase()).hasToString("http://127.0.0.1:9");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id|a b|id has 3 characters or a wrong one (expected: 1-32 letters, digits or dashes)",
                "app-id||app-id is missing (expected: like wx0123456789abcdef)",
                "secret||secret is missing (expected: the AppSecret of the account, without spaces)",
                "token|ab|token has 2 characters or a wrong one (expected: 3-32 letters or digits, the same as in the console)",
                "encoding-aes-key|hunter2|encoding-aes-key has 7 characters or a wrong one (expected: 43 letters or digits)",
                "previous-encoding-aes-key|hunter2|previous-encoding-aes-key has 7 characters or a wrong one (expected: 43 letters or digits)",
                "api-base|api.weixin.qq.com|api-base (expected: like https://api.weixin.qq.com)",
                "api-base|ftp://api|api-base (expected: like https://api.weixin.qq.com)",
                "community|Lian Meng|community has 9 characters or a wrong one (expected: the id of one of our communities, like lianmeng)"
            })
    void aMistakeIsNamedWithoutRepeatingIt(String name, String value, String message) {
        complete.withPropertyValues(FIRST + name + "=" + (value == null ? "" : value))
                .run(it -> assertThat(it)
                        .getFailure()
                        .rootCause()
                        .hasMessage(message)
                        .satisfies(root -> assertThat(root.toString()).doesNotContain("hunter2")));
    }

    @Test
    void twoAccountsNeedTwoIds() {
        String second = FIRST.replace('0', '1');
        complete.withPropertyValues(
                        second + "id=demo",
                        second + "app-id=wx2",
                        second + "secret=s",
                        second + "token=token",
                        second + "community=lianmeng")
                .run(it -> assertThat(it)
                        .getFailure()
                        .rootCause()
                        .hasMessage("linli.channels.wechat.accounts: two have the id 'demo' (expected: each its own)"));
    }

    @Test
    void nothingSecretIsPrinted() {
        complete.run(it -> assertThat(it.getBean(WechatSettings.class).toString())
                .contains("demo")
                .doesNotContain("top-secret")
                .doesNotContain("demotoken")
                .doesNotContain(KEY));
    }

    private static void environment(ConfigurableEnvironment environment, Map<String, Object> variables) {
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
    }

    @Configuration
    @EnableConfigurationProperties(WechatSettings.class)
    static class Here {}
}
