package org.linli.postroom.web;

import org.linli.community.StaffMember;
import org.linli.outbox.UndeliveredLetters;
import org.linli.postroom.Troubles;
import org.linli.web.NavCount;
import org.linli.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/// The post room's entries in the navigation.
@Configuration(proxyBeanMethods = false)
class PostroomNavigation {

    @Bean
    NavItem lettersNavItem() {
        return new NavItem("/desk/letters", "nav.letters", "letter", 91, AtThePostroom.SEE_LETTERS);
    }

    @Bean
    NavItem channelsNavItem() {
        return new NavItem("/desk/channels", "nav.channels", "settings", 95, AtThePostroom.SEE_CHANNELS);
    }

    @Bean
    NavCount lettersNavCount(UndeliveredLetters letters) {
        return new NavCount() {
            @Override
            public String path() {
                return "/desk/letters";
            }

            @Override
            public Mono<Long> waiting(StaffMember member) {
                return letters.count(member.community());
            }
        };
    }

    @Bean
    NavCount channelsNavCount(Troubles troubles) {
        return new NavCount() {
            @Override
            public String path() {
                return "/desk/channels";
            }

            @Override
            public Mono<Long> waiting(StaffMember member) {
                return AtThePostroom.SEE_CHANNELS.contains(member.role())
                        ? troubles.count(member.community())
                        : Mono.just(0L);
            }
        };
    }
}
