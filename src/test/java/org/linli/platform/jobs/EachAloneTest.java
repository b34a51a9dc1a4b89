package org.linli.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class EachAloneTest {

    private static final Logger LOG = LoggerFactory.getLogger(EachAloneTest.class);
    private static final Flux<Integer> ROWS = Flux.just(1, 2, 3);

    private final List<Integer> done = new ArrayList<>();

    @Test
    void oneThatFailsKeepsNoOtherWaiting() {
        EachAlone.of(ROWS, LOG, this::failingAtOne)
                .as(StepVerifier::create)
                .expectNext(2)
                .verifyComplete();
        assertThat(done).containsExactly(2, 3);
    }

    @Test
    void rowsThatBelongTogetherAreAllWorkedOnBeforeOneSaysThatItFailed() {
        EachAlone.together(ROWS, this::failingAtOne)
                .as(StepVerifier::create)
                .expectNext(2, 3)
                .verifyErrorMessage("always");
    }

    @Test
    void aDatabaseThatIsAwayHoldsUpAll() {
        EachAlone.of(ROWS, LOG, this::away)
                .as(StepVerifier::create)
                .verifyError(DataAccessResourceFailureException.class);
        EachAlone.together(ROWS, this::away)
                .as(StepVerifier::create)
                .verifyError(DataAccessResourceFailureException.class);
        assertThat(done).isEmpty();
    }

    @Test
    void whatTheDatabaseRefusesOfOneRowHoldsUpNoOther() {
        EachAlone.of(ROWS, LOG, row -> said(row, "54000"))
                .as(StepVerifier::create)
                .expectNext(2)
                .verifyComplete();
        EachAlone.of(ROWS, LOG, row -> said(row, "57P01"))
                .as(StepVerifier::create)
                .verifyError(DataAccessResourceFailureException.class);
    }

    @Test
    void aTransactionThatCannotBeginAndAnAnswerThatDoesNotComeHoldUpAll() {
        var transaction = TransactionalOperator.create(new R2dbcTransactionManager(new Unreachable()));

        EachAlone.of(ROWS, LOG, row -> worked(row).as(transaction::transactional))
                .as(StepVerifier::create)
                .verifyError(CannotCreateTransactionException.class);
        EachAlone.of(ROWS, LOG, _ -> Mono.never().timeout(Duration.ofMillis(1)))
                .as(StepVerifier::create)
                .verifyError(TimeoutException.class);
        assertThat(done).isEmpty();
    }

    private static final class Unreachable implements ConnectionFactory {

        @Override
        public Mono<Connection> create() {
            return Mono.error(() -> new R2dbcNonTransientResourceException("away", "54000"));
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return () -> "nothing";
        }
    }

    private Mono<Integer> said(int row, String state) {
        return row == 1
                ? Mono.error(() -> new DataAccessResourceFailureException(
                        "refused", new R2dbcNonTransientResourceException("refused", state)))
                : worked(row);
    }

    private Mono<Integer> failingAtOne(int row) {
        return row == 1 ? Mono.error(() -> new IllegalStateException("always")) : worked(row);
    }

    private Mono<Integer> away(int row) {
        return row == 1 ? Mono.error(() -> new DataAccessResourceFailureException("away")) : worked(row);
    }

    private Mono<Integer> worked(int row) {
        return Mono.fromSupplier(() -> {
            done.add(row);
            return row;
        });
    }
}
