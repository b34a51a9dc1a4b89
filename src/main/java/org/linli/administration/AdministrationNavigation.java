package org.linli.administration;

import org.linli.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The administration's entry in the navigation.
@Configuration(proxyBeanMethods = false)
class AdministrationNavigation {

    @Bean
    NavItem administrationNavItem() {
        return new NavItem("/desk/admin", "nav.admin", "settings", 94, AsAdministrator.MAY);
    }
}
