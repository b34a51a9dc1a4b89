package org.linli.polls.web;

import java.util.Set;
import org.linli.community.Role;
import org.linli.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How staff gets to votes.
@Configuration(proxyBeanMethods = false)
class PollsNavigation {

    @Bean
    NavItem roundsNavItem() {
        return new NavItem("/desk/rounds", "nav.rounds", "hand", 26, Set.of(Role.COMMUNITY_WORKER, Role.ADMIN));
    }

    @Bean
    NavItem worksNavItem() {
        return new NavItem("/desk/works", "nav.works", "check", 28, Set.of(Role.values()));
    }

    @Bean
    NavItem ownersNavItem() {
        return new NavItem("/desk/owners", "nav.owners", "check", 27, Set.of(Role.COMMUNITY_WORKER, Role.ADMIN));
    }

    @Bean
    NavItem pollsNavItem() {
        return new NavItem(
                "/desk/polls", "nav.polls", "check", 25, Set.of(Role.GRID_WORKER, Role.COMMUNITY_WORKER, Role.ADMIN));
    }
}
