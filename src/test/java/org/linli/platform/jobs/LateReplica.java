package org.linli.platform.jobs;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// A replica that has looked at what is due, and comes to claim it after another was there: what the other does happens
/// as soon as this one asks for its second connection. So both have seen the same rows, whoever is faster.
public final class LateReplica {

    private static final int CLAIMS = 2;

    private final Connections connections;

    /// @param other all that the other replica does between our look and our claim
    public LateReplica(DatabaseClient database, Mono<?> other) {
        this.connections = new Connections(database.getConnectionFactory(), other, new AtomicInteger());
    }

    /// Through which the late one works, once.
    public DatabaseClient database() {
        return DatabaseClient.create(connections);
    }

    public TransactionalOperator transaction() {
        return TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }

    private record Connections(ConnectionFactory real, Mono<?> other, AtomicInteger asked)
            implements ConnectionFactory {

        @Override
        public Publisher<? extends Connection> create() {
            return Mono.defer(() -> asked.incrementAndGet() == CLAIMS
                    ? other.then(Mono.<Connection>from(real.create()))
                    : Mono.from(real.create()));
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return real.getMetadata();
        }
    }
}
