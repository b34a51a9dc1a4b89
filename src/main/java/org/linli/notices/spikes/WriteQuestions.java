package org.linli.notices.spikes;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.dialogue.QuestionAsked;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Counts questions, each message's once.
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
                        insert into notices.questions (community_id, id, building, theme, household, at)
                        values ($1, $2, $3, $4, $5, $6) on conflict do nothing""")
                .bind("$1", it.community().value())
                .bind("$2", it.key())
                .bind("$3", it.building())
                .bind("$4", it.theme())
                .bind("$5", it.household())
                .bind("$6", it.at().atOffset(UTC))
                .then();
    }
}
