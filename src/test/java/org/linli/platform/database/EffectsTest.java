package org.linli.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@LinliTest
class EffectsTest {

    record Marked(int number) implements Effect {}

    record Named(String name) implements Effect {
        @Override
        public @Nullable Object contested() {
            return name.equals("the seat") ? name : null;
        }
    }

    record Unheardof() implements Effect {}

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void emptyTables() {
        run("create table if not exists marks (number int primary key)");
        run("create table if not exists names (name text primary key check (name <> 'poison'))");
        run("truncate marks, names");
    }

    @Test
    void whatADecisionChangesIsWrittenTogether() {
        effects.commit(List.of(new Marked(1), new Named("wang"), new Marked(2))).block();

        assertThat(count("marks")).isEqualTo(2);
        assertThat(count("names")).isEqualTo(1);
    }

    @Test
    void whatCannotBeWrittenTakesTheRestOfItsDecisionBack() {
        effects.commit(List.of(new Marked(1), new Named("poison")))
                .as(StepVerifier::create)
                .expectError()
                .verify(Duration.ofSeconds(5));

        assertThat(count("marks")).isZero();
    }

    @Test
    void oneDecisionThatFailsDoesNotTakeItsNeighboursAlong() {
        long written = Flux.range(0, 500)
                .flatMap(
                        number -> effects.commit(
                                        List.of(new Marked(number), new Named(number == 250 ? "poison" : "n" + number)))
                                .thenReturn(1)
                                .onErrorReturn(0),
                        500)
                .reduce(0, Integer::sum)
                .blockOptional(Duration.ofSeconds(20))
                .orElseThrow();

        assertThat(written).isEqualTo(499);
        assertThat(count("marks")).isEqualTo(499);
    }

    @Test
    void ofDecisionsAboutTheSameThingOneACommitIsWrittenAndTheOthersAreMadeAgain() {
        var outcomes = Flux.range(0, 500)
                .flatMap(
                        number -> effects.commit(List.of(new Marked(number), new Named("the seat")))
                                .thenReturn("written")
                                .onErrorResume(Conflict.class, _ -> Mono.just("conflict")),
                        500)
                .collectList()
                .blockOptional(Duration.ofSeconds(20))
                .orElseThrow();

        assertThat(outcomes).hasSize(500).contains("written", "conflict");
        assertThat(outcomes).filteredOn("written"::equals).hasSize((int) count("marks"));
    }

    @Test
    void anEffectThatNobodyWritesIsRefusedAsAWhole() {
        effects.commit(List.of(new Marked(1), new Unheardof()))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error).hasMessageContaining("nobody writes"));

        assertThat(count("marks")).isZero();
    }

    private void run(String sql) {
        database.sql(sql).then().block(Duration.ofSeconds(60));
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table)
                .mapValue(Long.class)
                .one()
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow();
    }

    @TestConfiguration
    static class Writers {

        @Bean
        WriteEffects<Marked> marks(DatabaseClient database) {
            return new Writer<>(
                    Marked.class,
                    all -> database.sql("insert into marks select unnest($1) order by 1 on conflict do nothing")
                            .bind(0, all.stream().map(Marked::number).toArray(Integer[]::new))
                            .then());
        }

        @Bean
        WriteEffects<Named> names(DatabaseClient database) {
            return new Writer<>(
                    Named.class,
                    all -> database.sql("insert into names select unnest($1) order by 1 on conflict do nothing")
                            .bind(0, all.stream().map(Named::name).toArray(String[]::new))
                            .then());
        }
    }

    private record Writer<E extends Effect>(Class<E> kind, java.util.function.Function<List<E>, Mono<Void>> how)
            implements WriteEffects<E> {
        @Override
        public Mono<Void> write(List<E> effects) {
            return how.apply(effects);
        }
    }
}
