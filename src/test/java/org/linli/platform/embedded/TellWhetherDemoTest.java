package org.linli.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class TellWhetherDemoTest {

    @Test
    void aFirstTryOnOnesOwnMachineIsADemo() {
        assertThat(demo(Map.of())).isTrue();
    }

    @Test
    void whoeverNamesADatabaseHasNoDemo() {
        assertThat(demo(Map.of("linli.database-url", "postgresql://a:b@c/d"))).isFalse();
    }

    @Test
    void whoeverNamesACommunityHasNoDemoEvenOnAnEmbeddedDatabase() {
        assertThat(demo(Map.of("linli.community.import", "ours.yaml"))).isFalse();
    }

    @Test
    void whatIsSaidExplicitlyWins() {
        assertThat(demo(Map.of("linli.demo", true, "linli.database-url", "postgresql://a:b@c/d")))
                .isTrue();
        assertThat(demo(Map.of("linli.demo", false))).isFalse();
    }

    private static boolean demo(Map<String, Object> said) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("said", said));
        new TellWhetherDemo().postProcessEnvironment(environment, new SpringApplication());
        return Boolean.TRUE.equals(environment.getProperty("linli.demo", Boolean.class));
    }
}
