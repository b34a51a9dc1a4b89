package org.linli.hotline.web;

import java.util.Set;
import org.linli.cases.CaseLink;
import org.linli.community.Role;
import org.linli.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The hotline's entry in the navigation, and on the pages of cases.
@Configuration(proxyBeanMethods = false)
class HotlineNavigation {

    private static final Set<Role> COMMUNITY = Set.of(Role.COMMUNITY_WORKER, Role.ADMIN);

    @Bean
    NavItem hotlineNavItem() {
        return new NavItem("/desk/hotline", "nav.hotline", "letter", 62, COMMUNITY);
    }

    @Bean
    CaseLink hotlineOfCase() {
        return new CaseLink("/desk/hotline?case=", "hotline.of-case", COMMUNITY);
    }
}
