package org.linli.community;

import java.util.List;
import java.util.function.Function;
import org.linli.platform.database.WriteEffects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Binds a unit to the group that was made of its staff, and lets every replica notice, as after an import.
@Component
class WriteUnitChatMade implements WriteEffects<UnitChatMade> {

    private static final String SQL = """
            with made as (
                update community.units u set chat = said.chat
                from (select * from unnest($1::text[], $2::text[], $3::text[]) as said (community_id, id, chat)
                      order by 1, 2) said
                where u.community_id = said.community_id and u.id = said.id
                returning u.community_id
            )
            update community.communities set version = version + 1
            where community_id in (select community_id from made)
            """;

    private final DatabaseClient database;

    WriteUnitChatMade(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<UnitChatMade> kind() {
        return UnitChatMade.class;
    }

    @Override
    public Mono<Void> write(List<UnitChatMade> effects) {
        return database.sql(SQL)
                .bind("$1", texts(effects, it -> it.community().value()))
                .bind("$2", texts(effects, UnitChatMade::unit))
                .bind("$3", texts(effects, it -> it.chat().text()))
                .then();
    }

    private static String[] texts(List<UnitChatMade> effects, Function<UnitChatMade, String> field) {
        return effects.stream().map(field).toArray(String[]::new);
    }
}
