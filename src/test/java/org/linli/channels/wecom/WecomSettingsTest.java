package org.linli.channels.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class WecomSettingsTest {

    private static final String CORP = "linli.channels.wecom.corps[0].";
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Here.class);
    private final ApplicationContextRunner complete = runner.withPropertyValues(
            CORP + "id=main",
            CORP + "corp-id=ww0123456789abcdef",
            CORP + "community=lianmeng",
            CORP + "apps[0].id=desk",
            CORP + "apps[0].agent-id=1000002",
            CORP + "apps[0].secret=top-secret",
            CORP + "apps[0].token=apptoken",
            CORP + "apps[0].encoding-aes-key=" + KEY,
            CORP + "bots[0].id=helper",
            CORP + "bots[0].token=bottoken",
            CORP + "bots[0].encoding-aes-key=" + KEY,
            CORP + "robots[0].id=b3",
            CORP + "robots[0].key=secret-robot-key");

    @Test
    void withoutCorporationsThereAreNone() {
        runner.run(it -> assertThat(it.getBean(WecomSettings.class).corps()).isEmpty());
    }

    @Test
    void everythingIsReadAndDefaultsToThePlatformItself() {
        complete.run(it -> {
            var settings = it.getBean(WecomSettings.class);
            var corp = settings.corps().getFirst();
            assertThat(corp.apiBase()).isEqualTo(URI.create("https://qyapi.weixin.qq.com"));
            assertThat(corp.communityId().value()).isEqualTo("lianmeng");
            assertThat(corp.apps().getFirst().agentId()).isEqualTo(1_000_002);
            assertThat(corp.bots().getFirst().seal().hasKeys()).isTrue();
            assertThat(corp.robots().getFirst().chats()).isEmpty();
            assertThat(settings.hosts()).containsExactly("qyapi.weixin.qq.com");
            assertThat(settings.signature()).isEqualTo("msgsignature");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id|a b|id has 3 characters or a wrong one (expected: 1-32 letters, digits or dashes)",
                "corp-id||corp-id is missing (expected: like ww0123456789abcdef)",
                "community|Lian Meng|community has 9 characters or a wrong one (expected: the id of one of our communities, like lianmeng)",
                "api-base|qyapi.weixin.qq.com|api-base (expected: like https://qyapi.weixin.qq.com)",
                "apps[0].agent-id|0|agent-id is missing or no number (expected: like 1000002)",
                "apps[0].secret||secret is missing (expected: the Secret of the app, without spaces)",
                "apps[0].token|ab|token has 2 characters or a wrong one (expected: 3-32 letters or digits, the same as in the console)",
                "apps[0].encoding-aes-key|hunter2|encoding-aes-key has 7 characters or a wrong one (expected: 43 letters or digits)",
                "apps[0].previous-encoding-aes-key|hunter2|previous-encoding-aes-key has 7 characters or a wrong one (expected: 43 letters or digits)",
                "bots[0].encoding-aes-key||encoding-aes-key is missing (expected: 43 letters or digits)",
                "robots[0].key|https://x?key=hunter2|key has 21 characters or a wrong one (expected: what follows key= in the webhook's address)",
            })
    void aMistakeIsNamedWithoutRepeatingIt(String name, String value, String message) {
        complete.withPropertyValues(CORP + name + "=" + (value == null ? "" : value))
                .run(it -> assertThat(it)
                        .getFailure()
                        .rootCause()
                        .hasMessage(message)
                        .satisfies(root -> assertThat(root.toString()).doesNotContain("hunter2")));
    }

    @Test
    void theNameOfTheSignatureIsOneOfTwo() {
        complete.withPropertyValues("linli.channels.wecom.signature=msg_signature")
                .run(it ->
                        assertThat(it.getBean(WecomSettings.class).signature()).isEqualTo("msg_signature"));
        complete.withPropertyValues("linli.channels.wecom.signature=sign")
                .run(it -> assertThat(it)
                        .getFailure()
                        .rootCause()
                        .hasMessageEndingWith("(expected: msgsignature or msg_signature)"));
    }

    @Test
    void anAppsIdIsOneAmongAllCorporations() {
        String second = CORP.replace('0', '1');
        complete.withPropertyValues(
                        second + "id=other",
                        second + "corp-id=ww2",
                        second + "community=lianmeng",
                        second + "apps[0].id=desk",
                        second + "apps[0].agent-id=1",
                        second + "apps[0].secret=s",
                        second + "apps[0].token=token",
                        second + "apps[0].encoding-aes-key=" + KEY)
                .run(it -> assertThat(it)
                        .getFailure()
                        .rootCause()
                        .hasMessage(
                                "linli.channels.wecom.corps[].apps: two have the id 'desk' (expected: each its own)"));
    }

    @Test
    void nothingSecretIsPrinted() {
        complete.run(it -> {
            var settings = it.getBean(WecomSettings.class);
            var corp = settings.corps().getFirst();
            var app = corp.apps().getFirst();
            assertThat(settings
                            + corp.toString()
                            + corp.apps()
                            + corp.bots()
                            + corp.robots()
                            + app.seal(corp.corpId())
                            + new Caller(corp, "app", app.id(), app.secret()))
                    .contains("main", "desk", "helper", "b3")
                    .doesNotContain("top-secret", "apptoken", "bottoken", "secret-robot-key", KEY);
        });
    }

    @Configuration
    @EnableConfigurationProperties(WecomSettings.class)
    static class Here {}
}
