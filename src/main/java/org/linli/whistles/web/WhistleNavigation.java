package org.linli.whistles.web;

import java.util.Set;
import org.linli.community.Role;
import org.linli.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The entry of whistles in the navigation.
@Configuration(proxyBeanMethods = false)
class WhistleNavigation {

    @Bean
    NavItem whistlesNavItem() {
        return new NavItem(
                "/desk/whistles",
                "nav.whistles",
                "bell",
                15,
                Set.of(Role.UNIT_WORKER, Role.COMMUNITY_WORKER, Role.ADMIN));
    }
}
