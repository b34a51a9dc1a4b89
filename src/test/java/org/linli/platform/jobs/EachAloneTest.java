package org.linli.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class EachAloneTest {

    private static final Flux<Integer> ROWS = Flux.just(1, 2, 3);

    private final List<Integer> done = new ArrayList<>();

    @Test
    void oneThatFailsKeepsNoOtherWaiting() {
        EachAlone.of(ROWS, LoggerFactory.getLogger(EachAloneTest.class), this::failingAtOne)
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
        EachAlone.of(ROWS, LoggerFactory.getLogger(EachAloneTest.class), this::away)
                .as(StepVerifier::create)
                .verifyError(DataAccessResourceFailureException.class);
        EachAlone.together(ROWS, this::away)
                .as(StepVerifier::create)
                .verifyError(DataAccessResourceFailureException.class);
        assertThat(done).isEmpty();
    }

    @Test
    void whatTheDatabaseRefusesOfOneRowHoldsUpNoOther() {
        EachAlone.of(ROWS, LoggerFactory.getLogger(EachAloneTest.class), row -> said(row, "54000"))
                .as(StepVerifier::create)
                .expectNext(2)
                .verifyComplete();
        EachAlone.of(ROWS, LoggerFactory.getLogger(EachAloneTest.class), row -> said(row, "57P01"))
                .as(StepVerifier::create)
                .verifyError(DataAccessResourceFailureException.class);
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
