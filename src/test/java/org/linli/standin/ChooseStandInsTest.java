package org.linli.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ChooseStandInsTest {

    private static final String APP_ID = "linli.channels.wechat.accounts[0].app-id";

    @Test
    void aDemoHasAnAccountAtAPlatformThatIsPlayedHere() {
        var chosen = chosen(Map.of("linli.demo", true));
        assertThat(chosen.getProperty("linli.stand-ins", Boolean.class)).isTrue();
        assertThat(chosen.getProperty("linli.channels.wechat.accounts[0].api-base"))
                .isEqualTo("http://127.0.0.1:" + chosen.getProperty("linli.stand-in.wechat.port"));
        assertThat(chosen.getProperty(APP_ID)).startsWith("wx");
    }

    @Test
    void manyThatStartAtOnceKeepOutOfEachOthersWay() {
        var chosen = chosen(Map.of("linli.demo", true, "linli.stand-ins-anywhere", true));
        assertThat(chosen.getProperty("linli.stand-in.wecom.port", Integer.class))
                .isNotEqualTo(8091)
                .isPositive();
    }

    @Test
    void itsSecretsAreOthersAtEachStart() {
        String secret = "linli.channels.wechat.accounts[0].secret";
        assertThat(chosen(Map.of("linli.demo", true)).getProperty(secret))
                .hasSize(32)
                .isNotEqualTo(chosen(Map.of("linli.demo", true)).getProperty(secret));
    }

    @Test
    void nothingIsPlayedForRealResidentsOrWhereItIsSwitchedOff() {
        assertThat(chosen(Map.of("linli.demo", false)).getProperty(APP_ID)).isNull();
        assertThat(chosen(Map.of("linli.demo", true, "linli.stand-ins", false)).getProperty(APP_ID))
                .isNull();
        assertThat(chosen(Map.of()).getProperty("linli.stand-ins", Boolean.class))
                .isFalse();
    }

    @Test
    void whoeverHasARealAccountKeepsIt() {
        for (String spelt :
                new String[] {"linli.channels.wechat.accounts[0].id", "LINLI_CHANNELS_WECHAT_ACCOUNTS_0_ID"}) {
            var chosen = chosen(Map.of("linli.demo", true, spelt, "ours"));
            assertThat(chosen.getProperty(APP_ID)).isNull();
            assertThat(chosen.getProperty("linli.stand-in.wechat.port")).isNull();
        }
    }

    private static ConfigurableEnvironment chosen(Map<String, Object> said) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("said", said));
        new ChooseStandIns().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
