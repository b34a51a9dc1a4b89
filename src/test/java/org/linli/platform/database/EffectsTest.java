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

    private static final CommunityId LM = new CommunityId("lm");
    private static final CommunityId HQ = new CommunityId("hq");

    record Marked(CommunityId community, int number) implements Effect {

        Marked(int number) {
            this(LM, number);
        }
    }

    record Named(String name) implements Effect {

        @Override
        public CommunityId community() {
            return LM;
        }

        @Override
        public @Nullable Object contested() {
            return name.equals("the seat") ? name : null;
        }
    }

    record Unheardof() implements Effect {

        @Override
        public CommunityId community() {
            return LM;
        }
    }

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void emptyTables() {
        run("create table if not exists marks (number int primary key, community text)");
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
    void noStatementAndNoCommitHoldsWhatSeveralCommunitiesDecided() {
        Flux.range(0, 200)
                .flatMap(number -> effects.commit(List.of(new Marked(number % 2 == 0 ? LM : HQ, number))), 200)
                .blockLast();

        assertThat(count("marks")).isEqualTo(200);
        assertThat(count("marks where number % 2 = 0")).isEqualTo(100);
        assertThat(one("select max(n) from (select count(distinct community) n from marks group by xmin::text) it"))
                .as("communities of a commit")
                .isEqualTo(1);
        assertThat(one("select count(distinct xmin::text) from marks"))
                .as("commits")
                .isBetween(2L, 150L);
    }

    /// The writer of marks fails where it is handed those of two at once.
    @Test
    void aDecisionAboutTwoCommunitiesIsOneCommitAndAStatementForEach() {
        effects.commit(List.of(new Marked(HQ, 1), new Marked(LM, 2), new Marked(HQ, 3)))
                .block();
        effects.commit(List.of(new Marked(LM, 4), new Marked(HQ, 5), new Named("poison")))
                .as(StepVerifier::create)
                .expectError()
                .verify(Duration.ofSeconds(5));

        assertThat(one("select count(distinct xmin::text) from marks")).isEqualTo(1);
        assertThat(count("marks where community = 'hq'")).isEqualTo(2);
        assertThat(count("marks")).isEqualTo(3);
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
        return one("select count(*) from " + table);
    }

    private long one(String query) {
        return database.sql(query)
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
                    all -> database.sql("insert into marks select unnest($1), $2 order by 1 on conflict do nothing")
                            .bind(0, all.stream().map(Marked::number).toArray(Integer[]::new))
                            .bind(1, ofOne(all))
                            .then());
        }

        private static String ofOne(List<Marked> all) {
            var communities = all.stream().map(Marked::community).distinct().toList();
            assertThat(communities).hasSize(1);
            return communities.getFirst().value();
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
