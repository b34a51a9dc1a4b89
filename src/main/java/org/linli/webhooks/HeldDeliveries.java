package org.linli.webhooks;

import java.time.Clock;
import org.linli.outbox.HeldCalls;
import org.linli.platform.calling.CallLine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/// Calls to whoever subscribed that wait since a backup was brought back.
@Configuration(proxyBeanMethods = false)
class HeldDeliveries {

    @Bean
    HeldCalls heldDeliveries(DatabaseClient database, Clock clock) {
        return new HeldCalls("webhooks", new CallLine(Subscriptions.LINE, database, clock));
    }
}
