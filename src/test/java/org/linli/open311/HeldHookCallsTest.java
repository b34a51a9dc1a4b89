package org.linli.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.State;
import org.linli.cases.Step;
import org.linli.cases.Who;
import org.linli.cases.web.SignedInAs;
import org.linli.outbox.SinceRestore;
import org.linli.outbox.SinceRestore.Wish;
import org.linli.outbox.WaitingCalls;
import org.linli.platform.calling.CallResult;
import org.linli.platform.calling.MakeCalls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;

/// What programs may have heard by Open311 before a backup was brought back waits with the letters.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class HeldHookCallsTest {

    @Autowired
    QueueCalls queue;

    @Autowired
    SinceRestore restores;

    @Autowired
    WaitingCalls waiting;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void restored() {
        completed(database.sql("delete from open311.hooks").then());
        completed(database.sql("delete from webhooks.subscriptions").then());
        completed(database.sql("insert into open311.hooks (community_id, id, url, secret, made_by, made_at) "
                        + "values ('lm', 'held', 'https://example.org/hook', '', 'chen', now())")
                .then());
        completed(database.sql("insert into outbox.restores (community_id, restored_at) values ('lm', now())")
                .then());
    }

    @AfterEach
    void nothingWaits() {
        completed(database.sql("delete from outbox.restores").then());
        completed(database.sql("delete from open311.hooks").then());
    }

    @Test
    void whatTheServiceDidByItselfWaitsAndWhatPeopleDidIsCalled() {
        happens("LM-2026-000001", Who.SERVICE);
        happens("LM-2026-000002", Who.staff("chen", "陈"));

        assertThat(calledNow()).containsExactly("LM-2026-000002");
        assertThat(result(restores.of(SignedInAs.LM)).calls()).isEqualTo(1);
        assertThat(results(waiting.of(SignedInAs.LM)))
                .extracting(
                        it -> it.line(), it -> it.call().what(), it -> it.call().host())
                .containsExactly(tuple("open311", "RESOLVED", "example.org"));
    }

    @Test
    void theTapThatSendsLettersMakesTheCalls() {
        happens("LM-2026-000001", Who.SERVICE);

        assertThat(result(restores.settle(SignedInAs.LM, "chen", Wish.SEND)).calls())
                .isEqualTo(1);

        assertThat(calledNow()).containsExactly("LM-2026-000001");
        happens("LM-2026-000003", Who.SERVICE);
        assertThat(calledNow()).as("afterwards they leave by themselves again").containsExactly("LM-2026-000003");
    }

    @Test
    void whatIsDroppedIsNeverCalled() {
        happens("LM-2026-000001", Who.SERVICE);

        assertThat(result(restores.settle(SignedInAs.LM, "chen", Wish.DROP)).calls())
                .isEqualTo(1);

        assertThat(calledNow()).isEmpty();
    }

    @Test
    void oneIsDroppedAndTheOtherWaitsOn() {
        happens("LM-2026-000001", Who.SERVICE);
        happens("LM-2026-000002", Who.SERVICE);
        var last = result(waiting.of(SignedInAs.LM).next());

        assertThat(result(waiting.drop(SignedInAs.LM, "chen", last.key()))).isTrue();
        assertThat(result(waiting.drop(SignedInAs.LM, "chen", last.key()))).isFalse();

        assertThat(result(restores.settle(SignedInAs.LM, "chen", Wish.SEND)).calls())
                .isEqualTo(1);
        assertThat(calledNow()).containsExactly("LM-2026-000001");
    }

    private void happens(String number, Who who) {
        completed(queue.hear(List.of(new Step(
                SignedInAs.LM,
                number,
                Step.Kind.RESOLVED,
                who,
                Instant.now(),
                State.RESOLVED,
                "desk",
                "",
                List.of(),
                null))));
    }

    /// Numbers of the cases that a round calls about; nothing leaves this machine.
    private List<String> calledNow() {
        var numbers = new CopyOnWriteArrayList<String>();
        completed(new MakeCalls(Hooks.LINE, database, Clock.systemUTC())
                .round((row, _) -> String.valueOf(row.get("number", String.class)), number -> {
                    numbers.add(number);
                    return Mono.just(CallResult.ARRIVED);
                })
                .then());
        return numbers;
    }
}
