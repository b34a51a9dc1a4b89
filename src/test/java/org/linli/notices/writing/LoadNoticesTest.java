package org.linli.notices.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;

/// The made-up community has something to read from the first start on.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class LoadNoticesTest {

    @Autowired
    LoadNotices load;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    @AfterEach
    void nothingWasSaid() {
        completed(database.sql("truncate notices.notices cascade").then());
    }

    @Test
    void whatWasApprovedHasLeftAndTheOtherWaits() {
        completed(loaded());

        assertThat(states())
                .containsExactly("旧书换一换 APPROVED", "电动车不要停进楼道 WAITING", "老年食堂开饭时间 APPROVED", "阳光里停水检修 APPROVED");
    }

    @Test
    void whereSomethingWasSaidNothingIsAdded() {
        completed(loaded());
        completed(database.sql("update notices.notices set state = 'CANCELLED' where state = 'WAITING'")
                .then());

        completed(loaded());

        assertThat(states()).hasSize(4).contains("电动车不要停进楼道 CANCELLED");
    }

    @Test
    void aStartThatStoppedMidwayIsContinued() {
        completed(load.loadOnce(only(board().notices().getFirst())));
        assertThat(states()).hasSize(1);

        completed(loaded());

        assertThat(states()).hasSize(4);
    }

    @Test
    void whereStaffWroteItsOwnNothingIsAdded() {
        completed(load.loadOnce(only(byAnother(board().notices().getFirst().by()))));

        completed(loaded());

        assertThat(states()).singleElement().asString().startsWith("另一件");
    }

    @Test
    void whatNobodyThereCouldWriteIsLeftOut() {
        completed(load.loadOnce(only(byAnother("nobody"), board().notices().getLast())));

        assertThat(states()).hasSize(1).noneMatch(it -> it.startsWith("另一件"));
    }

    private static ToldBefore byAnother(String staff) {
        var it = board().notices().getFirst();
        return new ToldBefore(
                it.kind(), "另一件", it.text(), it.audience(), it.begins(), it.lasts(), it.places(), staff, null);
    }

    private static ToldBefore.Board only(ToldBefore... notices) {
        return new ToldBefore.Board(board().community(), List.of(notices));
    }

    private static ToldBefore.Board board() {
        return Objects.requireNonNull(result(LoadNotices.board()));
    }

    private Mono<Void> loaded() {
        return LoadNotices.board().flatMap(load::loadOnce);
    }

    private List<String> states() {
        return Objects.requireNonNull(
                result(database.sql("select title || ' ' || state as it from notices.notices where community_id = 'lm'")
                        .mapValue(String.class)
                        .all()
                        .sort()
                        .collectList()));
    }
}
