package org.linli;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The packages under `org.linli` form the graph drawn in the README. Who may use whom stands in each package-info.
class ModulesTest {

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(Linli.class).verify();
    }
}
