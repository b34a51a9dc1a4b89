package org.linli.platform.embedded;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Sets `linli.demo` where nobody set it: whether the program shows itself with made-up people, as whom every visitor
/// may speak. So it does on a developer's machine, with a database of its own, and never where somebody names a
/// community to import: an embedded database serves real residents as well.
public class TellWhetherDemo implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean demo = isBlank(environment, "linli.database-url") && isBlank(environment, "linli.community.import");
        environment.getPropertySources().addLast(new MapPropertySource("demo", Map.of("linli.demo", demo)));
    }

    private static boolean isBlank(ConfigurableEnvironment environment, String property) {
        return environment.getProperty(property, "").isBlank();
    }
}
