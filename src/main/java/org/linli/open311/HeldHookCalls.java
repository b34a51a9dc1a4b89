package org.linli.open311;

import java.time.Clock;
import org.linli.outbox.HeldCalls;
import org.linli.platform.calling.CallLine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/// Calls to hooks that wait since a backup was brought back.
@Configuration(proxyBeanMethods = false)
class HeldHookCalls {

    @Bean
    HeldCalls heldHookCalls(DatabaseClient database, Clock clock) {
        return new HeldCalls("open311", new CallLine(Hooks.LINE, database, clock));
    }
}
