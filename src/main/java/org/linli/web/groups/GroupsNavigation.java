package org.linli.web.groups;

import java.util.Set;
import org.linli.community.Role;
import org.linli.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GroupsNavigation {

    @Bean
    NavItem groupsNavItem() {
        return new NavItem("/desk/groups", "nav.groups", "people", 45, Set.of(Role.COMMUNITY_WORKER, Role.ADMIN));
    }
}
