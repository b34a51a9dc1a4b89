package org.linli.community;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

/// Who lives at a place, which groups are about it, and which units take care of it.
@Configuration(proxyBeanMethods = false)
class HangsInRegister {

    @Bean
    @Order(1)
    HangsThere residentsThere(DatabaseClient database) {
        return new HangsThere("residents", "/desk/residents", database, """
            select count(*) as n from community.residents where community_id = $1 and home = any($2)""");
    }

    @Bean
    @Order(2)
    HangsThere groupsThere(DatabaseClient database) {
        return new HangsThere("groups", "/desk/groups", database, """
            select count(*) as n from community.groups where community_id = $1 and place = any($2)""");
    }

    @Bean
    @Order(3)
    HangsThere unitsThere(DatabaseClient database) {
        return new HangsThere("units", "/desk/admin/units", database, """
            select count(*) as n from community.units where community_id = $1 and not retired and places && $2""");
    }
}
