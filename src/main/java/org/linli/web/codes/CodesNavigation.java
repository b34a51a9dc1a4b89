package org.linli.web.codes;

import java.util.Set;
import org.linli.community.Role;
import org.linli.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CodesNavigation {

    @Bean
    NavItem codesNavItem() {
        return new NavItem("/desk/codes", "nav.codes", "code", 80, Set.of(Role.COMMUNITY_WORKER, Role.ADMIN));
    }
}
