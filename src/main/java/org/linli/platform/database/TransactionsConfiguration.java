package org.linli.platform.database;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/// Transactions are written where they begin, with an operator. `@Transactional` would do nothing: looking for it in
/// every method of every bean takes a part of each start, so nobody looks.
@Configuration(proxyBeanMethods = false)
class TransactionsConfiguration {

    @Bean
    TransactionalOperator transactionalOperator(ReactiveTransactionManager transactions) {
        return TransactionalOperator.create(transactions);
    }
}
