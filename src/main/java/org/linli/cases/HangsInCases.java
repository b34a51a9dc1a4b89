package org.linli.cases;

import org.linli.community.HangsThere;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

/// What is still to be done at a place.
@Configuration(proxyBeanMethods = false)
class HangsInCases {

    @Bean
    @Order(4)
    HangsThere casesThere(DatabaseClient database) {
        return new HangsThere("cases", "/desk", database, """
            select count(*) as n from cases.cases
            where community_id = $1 and is_open and (spot = any($2) or place = any($2))""");
    }
}
