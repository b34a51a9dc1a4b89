package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

/// While replicas are replaced, an older one meets more rows of a newer one than a page holds: it leaves them out, and
/// its page is as full as ever.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class UnknownRowsTest extends WithPrograms {

    private static final String POLLS = """
            insert into polls.polls (community_id, id, number, question, kind, most, voice, place, in_group, frozen, live,
              asked_by, opens_at, closes_at)
            select 'lm', 'tomorrow-' || n, 900000 + n, '问', case n when 0 then 'ONE' else 'OF_TOMORROW' end, 1, 'PERSON',
              'lm', '', false, false, 'chen', now() + interval '9 years', now() + interval '10 years'
            from generate_series(0, 60) n""";

    private static final String CHOICES = """
            insert into polls.choices (community_id, poll, number, name, cost)
            select 'lm', 'tomorrow-0', n, '选' || n, 0 from generate_series(1, 2) n""";

    private static final String NOTICES = """
            insert into notices.notices (community_id, id, kind, importance, title, words, audience, state, writer,
              written_at, print, version)
            select 'lm', 'tomorrow-' || n, case n when 0 then 'POLICY' else 'OF_TOMORROW' end, 'ORDINARY', '问', '问', '',
              'DRAFT', 'chen', now() + interval '9 years' + n * interval '1 minute', 'tomorrow-' || n, 0
            from generate_series(0, 60) n""";

    @Autowired
    DatabaseClient database;

    @AfterEach
    void theyAreGone() {
        for (String rows : List.of("polls.choices where poll", "polls.polls where id", "notices.notices where id")) {
            completed(database.sql("delete from " + rows + " like 'tomorrow-%'").then());
        }
    }

    @Test
    void theVoteBehindThemIsOnThePage() {
        completed(database.sql(POLLS).then());
        completed(database.sql(CHOICES).then());

        assertThat(items("/api/v1/polls")).contains("900000").doesNotContain("900001");
    }

    @Test
    void theNoticeBehindThemIsOnThePage() {
        completed(database.sql(NOTICES).then());

        assertThat(items("/api/v1/notices")).contains("tomorrow-0").doesNotContain("tomorrow-1");
    }

    private String items(String path) {
        var said = program.get(path);
        assertThat(said.status()).isEqualTo(200);
        return said.body().path("items").toString();
    }
}
