package org.linli.cases.web;

import java.util.Set;
import org.linli.community.Role;
import org.linli.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The desk's entries in the navigation.
@Configuration(proxyBeanMethods = false)
class DeskNavigation {

    @Bean
    NavItem deskNavItem() {
        return new NavItem("/desk", "nav.desk", "inbox", 10);
    }

    @Bean
    NavItem enterNavItem() {
        return new NavItem("/desk/enter", "nav.enter", "letter", 15);
    }

    @Bean
    NavItem talksNavItem() {
        return new NavItem(
                "/desk/talks", "nav.talks", "hand", 20, Set.of(Role.GRID_WORKER, Role.COMMUNITY_WORKER, Role.ADMIN));
    }

    @Bean
    NavItem peopleNavItem() {
        return new NavItem("/desk/people", "nav.people", "people", 62);
    }

    @Bean
    NavItem callBacksNavItem() {
        return new NavItem("/desk/callbacks", "nav.callbacks", "bell", 67, Set.of(Role.COMMUNITY_WORKER, Role.ADMIN));
    }

    @Bean
    NavItem troubleNavItem() {
        return new NavItem("/desk/trouble", "nav.trouble", "letter", 90, Set.of(Role.COMMUNITY_WORKER, Role.ADMIN));
    }
}
