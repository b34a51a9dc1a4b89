package org.linli.platform.embedded;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Tells Spring Boot which servers to connect to. Nobody gets a connection before the schemas are up to date.
@Configuration(proxyBeanMethods = false)
class ServersConfiguration {

    /// What the server may take, and when it gives up on us and lets go of our locks. What we look for lies in
    /// memory or on flash, where an index leads to it at once: no table is read through for a few rows.
    /// Statements take milliseconds; compiling one takes longer than a hundred of them.
    private static final Map<String, String> SETTINGS = Map.of(
            "random_page_cost", "1.1",
            "jit", "off",
            "statement_timeout", "30s",
            "idle_in_transaction_session_timeout", "60s",
            "tcp_keepalives_idle", "30",
            "tcp_keepalives_interval", "10",
            "tcp_keepalives_count", "3");

    /// Neighbourhoods keep one time; it is China's unless said otherwise.
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    Servers servers(ServersProperties wanted) {
        return new Servers(wanted);
    }

    @Bean
    R2dbcConnectionDetails r2dbcConnectionDetails(Servers servers) {
        new MigrateSchemas(servers.database()).run();
        return () -> options(servers.database());
    }

    static ConnectionFactoryOptions options(DatabaseUrl database) {
        var options = ConnectionFactoryOptions.builder()
                .option(ConnectionFactoryOptions.DRIVER, "postgresql")
                .option(ConnectionFactoryOptions.HOST, database.host())
                .option(ConnectionFactoryOptions.PORT, database.port())
                .option(ConnectionFactoryOptions.DATABASE, database.name())
                .option(ConnectionFactoryOptions.USER, database.user())
                .option(ConnectionFactoryOptions.PASSWORD, database.password())
                .option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true)
                .option(
                        PostgresqlConnectionFactoryProvider.SSL_MODE,
                        database.tls().forR2dbc())
                .option(PostgresqlConnectionFactoryProvider.OPTIONS, SETTINGS);
        var authority = database.tls().authority();
        if (authority != null) {
            options.option(PostgresqlConnectionFactoryProvider.SSL_ROOT_CERT, authority.toString());
        }
        if (database.tls().mode() == Tls.Mode.VERIFY_CA) {
            // Netty looks at the name of the server unless it is told not to
            options.option(
                    PostgresqlConnectionFactoryProvider.SSL_CONTEXT_BUILDER_CUSTOMIZER,
                    it -> it.endpointIdentificationAlgorithm(null));
        }
        return options.build();
    }

    @Bean
    DataRedisConnectionDetails dataRedisConnectionDetails(Servers servers) {
        return servers.redis();
    }
}
