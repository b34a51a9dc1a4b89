package org.linli.polls;

import org.linli.community.HangsThere;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

/// What is voted about or carried out at a place, and who owns it.
@Configuration(proxyBeanMethods = false)
class HangsInPolls {

    @Bean
    @Order(5)
    HangsThere pollsThere(DatabaseClient database) {
        return new HangsThere("polls", "/desk/polls", database, """
            select count(*) as n from polls.polls
            where community_id = $1 and (is_open or not is_counted) and place = any($2)""");
    }

    @Bean
    @Order(6)
    HangsThere roundsThere(DatabaseClient database) {
        return new HangsThere("rounds", "/desk/rounds", database, """
            select count(*) as n from polls.rounds
            where community_id = $1 and phase <> 'OVER' and place = any($2)""");
    }

    @Bean
    @Order(7)
    HangsThere proposalsThere(DatabaseClient database) {
        return new HangsThere("proposals", "/desk/rounds", database, """
            select count(*) as n from polls.proposals
            where community_id = $1 and state in ('PROPOSED', 'FEASIBLE', 'WON', 'HANDED_OVER') and place = any($2)""");
    }

    /// Their writers are asked for a day whether they mean the same as others; see [org.linli.polls.wishes.Wishes].
    @Bean
    @Order(8)
    HangsThere wishesThere(DatabaseClient database) {
        return new HangsThere("wishes", "/desk/rounds", database, """
            select count(*) as n from polls.wishes
            where community_id = $1 and place = any($2) and at > now() - interval '1 day'""");
    }

    @Bean
    @Order(9)
    HangsThere parcelsThere(DatabaseClient database) {
        return new HangsThere("parcels", "/desk/owners", database, """
            select count(*) as n from polls.parcels where community_id = $1 and room = any($2)""");
    }
}
