package org.linli.polls.wishes.web;

import org.linli.web.resident.OwnPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How residents get to what they proposed.
@Configuration(proxyBeanMethods = false)
class WishesNavigation {

    @Bean
    OwnPage proposalsOwnPage() {
        return new OwnPage(MyProposals.PATH, "propose.mine.link", 10);
    }
}
