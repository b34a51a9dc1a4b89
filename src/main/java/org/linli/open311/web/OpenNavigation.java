package org.linli.open311.web;

import java.util.Set;
import org.linli.community.Role;
import org.linli.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The open interface's entry in the navigation.
@Configuration(proxyBeanMethods = false)
class OpenNavigation {

    @Bean
    NavItem openNavItem() {
        return new NavItem("/desk/open311", "nav.open311", "settings", 95, Set.of(Role.ADMIN));
    }
}
