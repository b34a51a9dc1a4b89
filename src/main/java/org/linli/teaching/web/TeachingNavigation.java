package org.linli.teaching.web;

import org.linli.community.StaffMember;
import org.linli.teaching.Lessons;
import org.linli.web.NavCount;
import org.linli.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/// The teaching room's entry in the navigation.
@Configuration(proxyBeanMethods = false)
class TeachingNavigation {

    private static final String PATH = "/desk/teaching";

    @Bean
    NavItem teachingNavItem() {
        return new NavItem(PATH, "nav.teaching", "bell", 60, InTheTeachingRoom.TEACH);
    }

    @Bean
    NavCount teachingNavCount(Lessons lessons) {
        return new NavCount() {
            @Override
            public String path() {
                return PATH;
            }

            @Override
            public Mono<Long> waiting(StaffMember member) {
                return InTheTeachingRoom.TEACH.contains(member.role())
                        ? lessons.count(member.community())
                        : Mono.just(0L);
            }
        };
    }
}
