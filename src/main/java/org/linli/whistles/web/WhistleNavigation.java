package org.linli.whistles.web;

import java.util.Set;
import org.linli.cases.CaseLink;
import org.linli.community.Role;
import org.linli.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How one gets to whistles: from the navigation, and from a case.
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

    @Bean
    CaseLink whistlesOfCase() {
        return new CaseLink("/desk/whistles?case=", "whistles.of-case", Set.of(Role.COMMUNITY_WORKER, Role.ADMIN));
    }
}
