package org.linli.notices.web;

import java.util.Set;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.web.NavCount;
import org.linli.web.NavItem;
import org.linli.web.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Who may write notices and look at them, and how one gets there.
@Configuration(proxyBeanMethods = false)
class AtTheNotices {

    static final String PATH = "/desk/notices";

    private static final Set<Role> WRITE = Set.of(Role.GRID_WORKER, Role.COMMUNITY_WORKER, Role.ADMIN);

    private final SignedIn signedIn;
    private final Notices notices;

    AtTheNotices(SignedIn signedIn, Notices notices) {
        this.signedIn = signedIn;
        this.notices = notices;
    }

    @Bean
    static NavItem noticesNavItem() {
        return new NavItem(PATH, "nav.notices", "horn", 20, WRITE);
    }

    @Bean
    static NavCount noticesNavCount(Notices notices) {
        return new NavCount() {
            @Override
            public String path() {
                return PATH;
            }

            @Override
            public Mono<Long> waiting(StaffMember member) {
                return member.seesEverything() ? notices.waiting(member.community()) : Mono.just(0L);
            }
        };
    }

    /// Never empty. Signals 404 for everybody else.
    Mono<StaffMember> member() {
        return signedIn.member()
                .filter(it -> WRITE.contains(it.role()))
                .switchIfEmpty(Mono.error(AtTheNotices::notThere));
    }

    /// Never empty. Signals 404 where there is none.
    Mono<Notice> notice(StaffMember member, String id) {
        return notices.find(member.community(), id).switchIfEmpty(Mono.error(AtTheNotices::notThere));
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
