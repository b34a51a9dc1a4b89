package org.linli.openness.web;

import java.util.Set;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.web.NavItem;
import org.linli.web.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/// Who may ask writers and make pictures fit to be shown, and who decides whether anything is shown at all.
@Configuration(proxyBeanMethods = false)
class AtOpenDesk {

    static final Set<Role> ASK = Set.of(Role.COMMUNITY_WORKER, Role.ADMIN);
    static final Set<Role> SWITCH = Set.of(Role.ADMIN);

    private final SignedIn signedIn;

    AtOpenDesk(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Bean
    static NavItem opennessNavItem() {
        return new NavItem("/desk/open", "nav.openness", "people", 70, ASK);
    }

    Mono<StaffMember> member() {
        return oneOf(ASK);
    }

    /// Never empty. Signals 404 for everybody else.
    Mono<StaffMember> oneOf(Set<Role> roles) {
        return signedIn.member()
                .filter(it -> roles.contains(it.role()))
                .switchIfEmpty(Mono.error(OpenListPage::notFound));
    }
}
