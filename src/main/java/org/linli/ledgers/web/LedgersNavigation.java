package org.linli.ledgers.web;

import java.util.Set;
import org.linli.community.Role;
import org.linli.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The ledgers' entry in the navigation.
@Configuration(proxyBeanMethods = false)
class LedgersNavigation {

    static final Set<Role> ORDER = Set.of(Role.COMMUNITY_WORKER, Role.ADMIN);

    @Bean
    NavItem ledgersNavItem() {
        return new NavItem("/desk/ledgers", "nav.ledgers", "chart", 65, ORDER);
    }
}
