package org.linli.platform.embedded;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Sets `linli.embedded`: whether the database is our own, as on a developer's machine. Defaults that suit a first try
/// and not an installation, like the demo community, follow it.
public class TellWhetherEmbedded implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean embedded = environment.getProperty("linli.database-url", "").isBlank();
        environment.getPropertySources().addLast(new MapPropertySource("embedded", Map.of("linli.embedded", embedded)));
    }
}
