package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.SettableClock;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.channels.Audiences.Tag;
import org.linli.channels.SendFailure;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/// Tags at the stand-in platform, lists in a real PostgreSQL.
@LinliTest
class WechatAudiencesTest {

    private static final Account ACCOUNT =
            Workbench.account(URI.create("http://127.0.0.1:1")).account();

    private static Workbench workbench;
    private final SettableClock clock = new SettableClock(Workbench.CLOCK.instant());
    private StandInWechat wechat;
    private WechatAudiences audiences;
    private Lists lists;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transaction;

    @BeforeAll
    static void startRedis() {
        workbench = new Workbench();
    }

    @AfterAll
    static void stopRedis() {
        workbench.close();
    }

    @BeforeEach
    void connect() {
        completed(database.sql("truncate wechat.lists").then());
        wechat = new StandInWechat(Workbench.CALLS.appId(), Workbench.SECRET);
        var settings = Workbench.settings(wechat.base());
        lists = new Lists(database, transaction, clock);
        audiences = new WechatAudiences(new Accounts(settings), lists, workbench.api(settings));
    }

    @AfterEach
    void disconnect() {
        wechat.close();
    }

    @Test
    void aTagIsMadeFilledListedAndEmptied() {
        var people = people(120);
        var tag = result(audiences.create(ACCOUNT, "3号楼"));
        assertThat(tag).isEqualTo(new Tag(100, "3号楼", 0));

        completed(audiences.fill(ACCOUNT, tag.id(), people));
        assertThat(results(audiences.tags(ACCOUNT))).containsExactly(new Tag(100, "3号楼", 120));
        assertThat(wechat.sent("/cgi-bin/tags/members/batchtagging"))
                .as("fifty in a call")
                .hasSize(3);

        assertThat(result(audiences.empty(ACCOUNT, tag.id()))).isEqualTo(120);
        assertThat(results(audiences.tags(ACCOUNT))).containsExactly(new Tag(100, "3号楼", 0));
        assertThat(result(audiences.empty(ACCOUNT, tag.id()))).isZero();
        assertThat(audiences.tagged(ACCOUNT, tag.id()).id()).isEqualTo("tag-100");
    }

    @Test
    void aNameThatIsTakenAndATagThatIsNotThereAreRefused() {
        result(audiences.create(ACCOUNT, "3号楼"));

        assertThatThrownBy(() -> audiences.create(ACCOUNT, "3号楼").block())
                .isInstanceOf(SendFailure.class)
                .hasMessageContaining("45157");
        assertThatThrownBy(() -> audiences.fill(ACCOUNT, 7, people(1)).block())
                .isInstanceOf(SendFailure.class)
                .hasMessageContaining("45159");
    }

    @Test
    void whoBelongsToAnotherAccountGetsNoTagOfThisOne() {
        var tag = result(audiences.create(ACCOUNT, "3号楼"));
        wechat.platform().meet("oWang");
        completed(audiences.fill(
                ACCOUNT, tag.id(), List.of(Address.person(WechatChannel.ID, "another", "oSomebody"), ourOwn("oWang"))));

        assertThat(wechat.sent("/cgi-bin/tags/members/batchtagging"))
                .singleElement()
                .asString()
                .contains("oWang")
                .doesNotContain("oSomebody");
    }

    @Test
    void aListIsKeptUnderItsNameAndTakesThePlaceOfTheOneBefore() {
        var to = result(audiences.list(ACCOUNT, "b3", people(3)));
        assertThat(to.text()).isEqualTo("wechat:" + ACCOUNT.id() + ":group:list-b3");
        result(audiences.list(ACCOUNT, "b3", people(2)));

        assertThat(onList("b3")).containsExactly("o1000", "o1001");
        assertThat(onList("b4")).isEmpty();
    }

    @Test
    void aListHasTwoPeopleAtLeastAndTenThousandAtMost() {
        var once = ourOwn("oWang");
        for (var people : List.of(List.<Address>of(), List.of(once, once), some(10_001))) {
            assertThatThrownBy(() -> audiences.list(ACCOUNT, "b3", people).block())
                    .isInstanceOf(SendFailure.class)
                    .hasMessageStartingWith("CONTENT_REFUSED");
        }
        result(audiences.list(ACCOUNT, "b3", some(10_000)));
        assertThat(onList("b3")).hasSize(10_000);
    }

    @Test
    void aListIsForgottenAfterThreeMonthsWhenAnotherIsKept() {
        result(audiences.list(ACCOUNT, "b3", people(2)));
        clock.pass(Lists.KEPT_FOR.plusSeconds(1));
        result(audiences.list(ACCOUNT, "b4", people(2)));

        assertThat(onList("b3")).isEmpty();
        assertThat(onList("b4")).hasSize(2);
    }

    private List<String> onList(String name) {
        return result(lists.openids(Workbench.account(wechat.base()), name));
    }

    private List<Address> people(int many) {
        var people = some(many);
        people.forEach(it -> wechat.platform().meet(it.id()));
        return people;
    }

    private static List<Address> some(int many) {
        return IntStream.range(1000, 1000 + many).mapToObj(i -> ourOwn("o" + i)).toList();
    }

    private static Address ourOwn(String openid) {
        return Address.person(WechatChannel.ID, ACCOUNT.id(), openid);
    }
}
