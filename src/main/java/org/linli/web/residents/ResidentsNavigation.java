package org.linli.web.residents;

import java.util.Set;
import org.linli.community.Role;
import org.linli.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ResidentsNavigation {

    @Bean
    NavItem residentsNavItem() {
        return new NavItem(
                "/desk/residents",
                "nav.residents",
                "people",
                40,
                Set.of(Role.GRID_WORKER, Role.COMMUNITY_WORKER, Role.ADMIN));
    }
}
