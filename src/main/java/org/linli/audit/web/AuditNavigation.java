package org.linli.audit.web;

import org.linli.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The trail's entry in the navigation.
@Configuration(proxyBeanMethods = false)
class AuditNavigation {

    @Bean
    NavItem auditNavItem() {
        return new NavItem("/desk/audit", "nav.audit", "clock", 96, AuditPage.READ);
    }
}
