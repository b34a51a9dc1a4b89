package org.linli.polls.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.platform.database.CommunityId;
import org.linli.polls.FindPolls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

/// The made-up community is asked something from the first start on, once.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class LoadPollsTest {

    @Autowired
    LoadPolls load;

    @Autowired
    FindPolls find;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    @AfterEach
    void nothingWasAsked() {
        completed(database.sql("truncate polls.polls cascade").then());
    }

    @Test
    void theGroupIsAskedOnce() {
        completed(LoadPolls.book().flatMap(load::loadOnce));
        completed(LoadPolls.book().flatMap(load::loadOnce));

        assertThat(result(find.latest(new CommunityId("lm")).collectList()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.isOpen()).isTrue();
                    assertThat(it.electorate().group()).isEqualTo("b3");
                    assertThat(it.paper().choices()).hasSize(3);
                });
    }

    @Test
    void whatCannotBeAskedThereIsLeftOutAndYesOrNoNeedsNoChoices() {
        var nobody = new LoadPolls.Asked("要不要装门禁？", "YES_NO", null, "group:b3", 24, "nobody");
        var nowhere = new LoadPolls.Asked("要不要装路灯？", "YES_NO", null, "group:none", 24, "lin");
        var good = new LoadPolls.Asked("要不要装凉亭？", "YES_NO", null, "group:b3", 24, "lin");

        completed(load.loadOnce(new LoadPolls.Book("lm", List.of(nobody, nowhere, good))));

        assertThat(result(find.latest(new CommunityId("lm")).collectList()))
                .singleElement()
                .satisfies(it -> assertThat(it.question()).contains("凉亭"));
    }
}
