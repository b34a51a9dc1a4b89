package org.linli.notices.asking;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.dialogue.QuestionAsked;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes down what households of a building ask, each message once: to see when many ask the same.
@Component
@Order(83)
class WriteQuestions implements WriteEffects<QuestionAsked> {

    private final DatabaseClient database;

    WriteQuestions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<QuestionAsked> kind() {
        return QuestionAsked.class;
    }

    @Override
    public Mono<Void> write(List<QuestionAsked> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(QuestionAsked it) {
        return database.sql("""
                        insert into notices.asked (community_id, key, notice, home, said_in, words, at,
                          building, theme, household)
                        values ($1, $2, '', '', '', '', $6, $3, $4, $5)
                        on conflict (community_id, key) do update
                        set building = excluded.building, theme = excluded.theme, household = excluded.household
                        where asked.building = ''""")
                .bind("$1", it.community().value())
                .bind("$2", it.key())
                .bind("$3", it.building())
                .bind("$4", it.theme())
                .bind("$5", it.household())
                .bind("$6", it.at().atOffset(UTC))
                .then();
    }
}
